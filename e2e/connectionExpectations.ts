import type { Expectation } from './expectations.ts';

/** As `Expectation`; `advice` is what is worth knowing though it is no verdict, `code.variant`. */
export interface ConnectionExpectation extends Expectation {
  readonly advice?: string;
}

type Step = NonNullable<Expectation['step']>;

function connected(id: string): ConnectionExpectation {
  return { id, outcome: 'connected' };
}

function failed(
  step: Step,
  code: string,
  variant: string,
  reason: NonNullable<Expectation['reason']>,
): ConnectionExpectation {
  return { id: `${step}.${code}.${variant}`, outcome: 'failed', step, code, variant, level: 'error', reason };
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

  failed('offer', 'media.denied', 'user', 'permission'),
  failed('offer', 'media.denied', 'os', 'permission'),
  failed('offer', 'media.notfound', 'none', 'device'),
  failed('offer', 'media.none', 'asked-for-nothing', 'device'),
  failed('offer', 'media.busy', 'in-use', 'device'),
  failed('offer', 'media.overconstrained', 'device', 'device'),
  troubled('media.ended', 'unplugged'),
  troubled('media.silent', 'zeros'),
  troubled('media.noframes', 'received'),
  troubled('play.blocked', 'autoplay'),

  failed('offer', 'cfg.url', 'scheme', 'configuration'),
  failed('offer', 'cfg.url', 'slashes', 'configuration'),
  failed('offer', 'cfg.url', 'query', 'configuration'),
  failed('offer', 'cfg.url', 'port', 'configuration'),
  failed('offer', 'cfg.cred', 'absent', 'configuration'),
  failed('offer', 'cfg.cred', 'empty', 'configuration'),

  failed('connection', 'sdp.notsdp', 'json', 'sdp'),
  failed('connection', 'sdp.notsdp', 'html', 'sdp'),
  failed('connection', 'sdp.notsdp', 'empty', 'sdp'),
  failed('connection', 'sdp.truncated', 'cut', 'sdp'),
  failed('connection', 'sdp.no-final-crlf', 'trimmed', 'sdp'),
  failed('connection', 'sdp.escaped-crlf', 'escaped', 'sdp'),
  failed('connection', 'sdp.mline', 'count', 'sdp'),
  failed('connection', 'sdp.mline', 'order', 'sdp'),
  failed('connection', 'sdp.mline', 'mid', 'sdp'),
  failed('connection', 'sdp.setup', 'actpass', 'sdp'),
  failed('connection', 'sdp.no-fp', 'absent', 'sdp'),
  failed('connection', 'sdp.no-ufrag', 'absent', 'sdp'),
  failed('connection', 'sdp.no-rtcp-mux', 'absent', 'sdp'),
  troubled('sdp.codec', 'none-common'),
  troubled('sdp.dir', 'inactive'),
  troubled('sdp.dir', 'one-way'),
  failed('connection', 'sdp.rejected-dc', 'port-0', 'channel'),

  failed('connection', 'sig.state', 'answer-twice', 'sdp'),
  failed('connection', 'sig.glare', 'offer-to-offer', 'sdp'),
  failed('connection', 'sig.type', 'misspelt', 'sdp'),
  failed('connection', 'ice.add', 'early', 'candidate'),
  failed('connection', 'ice.add', 'garbage', 'candidate'),
  failed('offer', 'pc.limit', 'too-many', 'limit'),

  failed('connection', 'turn.udp.dead', 'no-answer', 'timeout'),
  failed('connection', 'turn.tcp.refused', 'closed', 'timeout'),
  failed('connection', 'turn.port-disallowed', 'silent', 'timeout'),
  failed('connection', 'turns.tls', 'failed', 'timeout'),
  failed('connection', 'ice.dns', 'lookup', 'timeout'),
  failed('connection', 'relay.noturn', 'policy', 'timeout'),
  failed('connection', 'net.udp-blocked', 'relay-silent', 'timeout'),
  advised('ice.benign701', 'one-family'),
  advised('gather.timeout', 'cut-off'),
  advised('gather.mdns', 'hidden'),

  failed('connection', 'ice.port-low', 'below-1024', 'timeout'),
  failed('connection', 'ice.hostname', 'unresolved', 'timeout'),
  failed('connection', 'ice.tcp-only-dead', 'passive', 'ice'),
  failed('connection', 'ice.badpwd', 'password', 'timeout'),
  failed('connection', 'clock.sleep', 'suspended', 'timeout'),
  failed('connection', 'connection.unexplained', 'dtls', 'timeout'),
];
