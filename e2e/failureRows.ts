/** Where a failure is provoked: by a scenario of the page, or by a test with the real thing, or with a stub in its place. */
export type Proof =
  | { readonly scenario: string }
  | { readonly test: string; readonly title: string }
  | { readonly unit: string; readonly title: string };

/** One failure of the list that the product must be able to name, and how it is provoked in Chromium. */
export interface FailureRow {
  /** in the list */
  readonly id: string;
  /** `code.variant`, what each proof must be told as */
  readonly told: Readonly<Record<string, Proof>>;
}

const scenario = (id: string): Proof => ({ scenario: id });
const test = (file: string, title: string): Proof => ({ test: file, title });

/** Told by scenarios whose ids say so: `step.code.variant`. */
function played(id: string, step: string, ...told: readonly string[]): FailureRow {
  return { id, told: Object.fromEntries(told.map((is) => [is, scenario(`${step}.${is}`)])) };
}

const turn = 'connection/turn.spec.ts';
const loss = 'connection/loss.spec.ts';
const network = 'live/network.spec.ts';

/** Sections a to e of the list of connection failures, in its order. Typed by hand. */
export const failureRows: readonly FailureRow[] = [
  {
    id: 'rest.network',
    told: {
      'network.unreachable.no-response': scenario('token.network.unreachable.no-response'),
      'network.cors.preflight': test(network, 'a preflight that is refused'),
      'network.mixed-content.policy': test(network, 'plain http to another machine'),
      'network.offline.browser': test(network, 'a browser that is offline'),
    },
  },
  played('rest.timeout', 'token', 'timeout_error.no-response'),
  played('rest.envelope', 'token', 'OrgaAIServerError.503'),
  played('rest.nested', 'token', 'invalid_request_error.wrong-key'),
  played('rest.fastapi', 'call', 'missing.offer'),
  played('rest.html', 'call', 'reply.unusable.html'),
  played('rest.empty', 'ice-config', 'reply.unusable.empty'),
  played('rest.malformed', 'call', 'reply.incomplete.answer-absent'),
  played('rest.shape', 'ice-config', 'reply.incomplete.ice-servers-shape'),
  played('token.expired', 'call', 'invalid_ephemeral_token.expired'),
  played('token.reused', 'call', 'invalid_ephemeral_token.used'),
  {
    id: 'clock.skew',
    told: {
      'clock.skew.behind': {
        unit: 'src/core/diagnosis/diagnose.network.test.ts',
        title: 'a clock that is behind',
      },
    },
  },
  {
    id: 'ctx.insecure',
    told: {
      'ctx.insecure.origin': test('connection/insecure.spec.ts', 'its microphone is refused for that reason'),
    },
  },

  played('media.denied', 'offer', 'media.denied.user'),
  {
    id: 'media.denied.iframe',
    told: { 'media.denied.policy': test('connection/devices.spec.ts', 'in a frame that may not use') },
  },
  played('media.denied.os', 'offer', 'media.denied.os'),
  {
    id: 'media.notfound',
    told: {
      'media.notfound.none': test('connection/noDevice.spec.ts', 'a computer without a microphone'),
    },
  },
  played('media.busy', 'offer', 'media.busy.in-use'),
  played('media.overconstrained', 'offer', 'media.overconstrained.device'),
  played('media.none', 'offer', 'media.none.asked-for-nothing'),
  played('media.ended', 'connection', 'media.ended.unplugged'),
  played('media.silent', 'connection', 'media.silent.zeros'),
  {
    id: 'play.blocked',
    told: { 'play.blocked.autoplay': test('connection/autoplay.spec.ts', 'before anybody touched the page') },
  },

  played('cfg.url', 'offer', 'cfg.url.scheme', 'cfg.url.slashes', 'cfg.url.query', 'cfg.url.port'),
  played('cfg.cred', 'offer', 'cfg.cred.absent', 'cfg.cred.empty'),
  // Chromium passes such a port over; that Firefox refuses it is in firefoxExpectations.ts.
  played('cfg.port-blocked', 'connection', 'turn.port-disallowed.silent'),
  played(
    'sdp.notsdp',
    'connection',
    'sdp.notsdp.json',
    'sdp.notsdp.html',
    'sdp.notsdp.empty',
    'sdp.notsdp.text',
  ),
  played('sdp.truncated', 'connection', 'sdp.truncated.cut'),
  played('sdp.no-final-crlf', 'connection', 'sdp.no-final-crlf.trimmed'),
  played('sdp.escaped-crlf', 'connection', 'sdp.escaped-crlf.escaped'),
  played('sdp.mline', 'connection', 'sdp.mline.count', 'sdp.mline.order', 'sdp.mline.mid'),
  played('sdp.setup', 'connection', 'sdp.setup.actpass'),
  played('sdp.no-fp', 'connection', 'sdp.no-fp.absent'),
  played('sdp.no-ufrag', 'connection', 'sdp.no-ufrag.absent'),
  played('sdp.no-rtcp-mux', 'connection', 'sdp.no-rtcp-mux.absent'),
  played('sdp.codec', 'connection', 'sdp.codec.none-common'),
  played('sdp.dir', 'connection', 'sdp.dir.inactive', 'sdp.dir.one-way'),
  played('sdp.rejected-dc', 'connection', 'sdp.rejected-dc.port-0'),
  played('sig.state', 'connection', 'sig.state.answer-twice'),
  played('sig.glare', 'connection', 'sig.glare.offer-to-offer'),
  played('sig.type', 'connection', 'sig.type.misspelt'),
  played('ice.add', 'connection', 'ice.add.early', 'ice.add.garbage'),
  played('pc.limit', 'offer', 'pc.limit.too-many'),

  {
    id: 'turn.auth',
    told: {
      'turn.auth.refused': test(turn, 'a wrong password is refused'),
      'turn.auth.expired': test(turn, 'an expired REST credential'),
    },
  },
  { id: 'turn.quota', told: { 'turn.quota.reached': test(turn, 'whose quota is reached') } },
  played('turn.udp.dead', 'connection', 'turn.udp.dead.no-answer'),
  played('turn.tcp.refused', 'connection', 'turn.tcp.refused.closed'),
  played('turn.port-disallowed', 'connection', 'turn.port-disallowed.silent'),
  {
    id: 'turns.tls',
    told: { 'turns.tls.failed': test('connection/tls.spec.ts', 'that speaks no TLS has a verdict') },
  },
  played('ice.dns', 'connection', 'ice.dns.lookup'),
  played('ice.benign701', 'offer', 'ice.benign701.one-family'),
  played('gather.timeout', 'offer', 'gather.timeout.cut-off'),
  {
    id: 'gather.none',
    told: { 'gather.none.nothing': test('connection/udpDisallowed.spec.ts', 'that may not use UDP') },
  },
  played('gather.mdns', 'offer', 'gather.mdns.hidden'),
  played('relay.noturn', 'connection', 'relay.noturn.policy'),

  played('ice.nocand', 'connection', 'ice.nocand.answer'),
  played('ice.port-low', 'connection', 'ice.port-low.below-1024'),
  played('ice.hostname', 'connection', 'ice.hostname.unresolved'),
  {
    id: 'ice.hostname+relay',
    told: { 'ice.hostname.relay': test(turn, 'a host name is never looked up') },
  },
  played('ice.tcp-only-dead', 'connection', 'ice.tcp-only-dead.passive'),
  played('ice.unreachable', 'connection', 'ice.unreachable.no-answer'),
  played('ice.badpwd', 'connection', 'ice.badpwd.password'),
  {
    id: 'ice.lna',
    told: {
      'ice.lna.refused': test('connection/localAccess.spec.ts', 'without leave for the local network'),
    },
  },
  played('dtls.fingerprint', 'connection', 'dtls.fingerprint.mismatch'),
  played('dc.remote-close', 'connection', 'dc.remote-close.closed'),
  { id: 'net.loss', told: { 'net.loss.mid-call': test(loss, 'a network that is lost') } },
  { id: 'net.blip', told: { 'net.blip.recovered': test(loss, 'a loss of some seconds heals') } },
  {
    id: 'net.restart-needed',
    told: { 'net.restart-needed.after-failed': test(loss, 'and another one once it is back') },
  },
  played('media.noframes', 'connection', 'media.noframes.received'),
  played('app.no-session', 'connection', 'app.no-session.silent'),

  // Concluded from several of them, beside the list.
  played('net.udp-blocked', 'connection', 'net.udp-blocked.relay-silent'),
  {
    id: 'clock.sleep',
    told: { 'clock.sleep.suspended': test('connection/sleep.spec.ts', 'a machine that sleeps') },
  },
];
