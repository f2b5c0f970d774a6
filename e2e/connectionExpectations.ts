import type { Expectation } from './expectations.ts';

/** As `Expectation`; `advice` is what is worth knowing though it is no verdict, `code.variant`. */
export interface ConnectionExpectation extends Expectation {
  readonly advice?: string;
}

type Step = NonNullable<Expectation['step']>;

function connected(id: string): ConnectionExpectation {
  return { id, outcome: 'connected' };
}

function failed(step: Step, code: string, variant: string): ConnectionExpectation {
  return { id: `${step}.${code}.${variant}`, outcome: 'failed', step, code, variant, level: 'error' };
}

/** Connects, and has a verdict all the same. */
function troubled(code: string, variant: string): ConnectionExpectation {
  return { id: `connection.${code}.${variant}`, outcome: 'connected', code, variant };
}

/** Connects without a verdict, and with a piece of advice. */
function advised(code: string, variant: string): ConnectionExpectation {
  return { id: `offer.${code}.${variant}`, outcome: 'connected', advice: `${code}.${variant}` };
}

/** What each scenario of the connection must end with, typed by hand from failures as measured. */
export const connectionExpectations: readonly ConnectionExpectation[] = [
  connected('healthy.microphone'),
  connected('healthy.sound'),
  connected('healthy.burst'),

  failed('offer', 'media.denied', 'user'),
  failed('offer', 'media.denied', 'os'),
  failed('offer', 'media.notfound', 'none'),
  failed('offer', 'media.busy', 'in-use'),
  failed('offer', 'media.overconstrained', 'device'),
  troubled('media.ended', 'unplugged'),
  troubled('media.silent', 'zeros'),
  troubled('media.noframes', 'received'),
  troubled('play.blocked', 'autoplay'),

  failed('offer', 'cfg.url', 'scheme'),
  failed('offer', 'cfg.url', 'slashes'),
  failed('offer', 'cfg.url', 'query'),
  failed('offer', 'cfg.url', 'port'),
  failed('offer', 'cfg.cred', 'absent'),
  failed('offer', 'cfg.cred', 'empty'),

  failed('connection', 'sdp.notsdp', 'json'),
  failed('connection', 'sdp.notsdp', 'html'),
  failed('connection', 'sdp.notsdp', 'empty'),
  failed('connection', 'sdp.truncated', 'cut'),
  failed('connection', 'sdp.no-final-crlf', 'trimmed'),
  failed('connection', 'sdp.escaped-crlf', 'escaped'),
  failed('connection', 'sdp.mline', 'count'),
  failed('connection', 'sdp.mline', 'order'),
  failed('connection', 'sdp.mline', 'mid'),
  failed('connection', 'sdp.setup', 'actpass'),
  failed('connection', 'sdp.no-fp', 'absent'),
  failed('connection', 'sdp.no-ufrag', 'absent'),
  failed('connection', 'sdp.no-rtcp-mux', 'absent'),
  troubled('sdp.codec', 'none-common'),
  troubled('sdp.dir', 'inactive'),
  troubled('sdp.dir', 'one-way'),
  failed('connection', 'sdp.rejected-dc', 'port-0'),

  failed('connection', 'sig.state', 'answer-twice'),
  failed('connection', 'sig.glare', 'offer-to-offer'),
  failed('connection', 'sig.type', 'misspelt'),
  failed('connection', 'ice.add', 'early'),
  failed('connection', 'ice.add', 'garbage'),
  failed('offer', 'pc.limit', 'too-many'),

  failed('connection', 'turn.udp.dead', 'no-answer'),
  failed('connection', 'turn.tcp.refused', 'closed'),
  failed('connection', 'turn.port-disallowed', 'silent'),
  failed('connection', 'turns.tls', 'failed'),
  failed('connection', 'ice.dns', 'lookup'),
  failed('connection', 'relay.noturn', 'policy'),
  failed('connection', 'net.udp-blocked', 'relay-silent'),
  advised('ice.benign701', 'one-family'),
  advised('gather.timeout', 'cut-off'),
  advised('gather.mdns', 'hidden'),

  failed('connection', 'ice.port-low', 'below-1024'),
  failed('connection', 'ice.hostname', 'unresolved'),
  failed('connection', 'ice.tcp-only-dead', 'passive'),
  failed('connection', 'ice.badpwd', 'password'),
  failed('connection', 'clock.sleep', 'suspended'),
  failed('connection', 'connection.unexplained', 'dtls'),
];
