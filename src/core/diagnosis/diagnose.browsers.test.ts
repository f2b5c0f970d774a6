import { expect, test } from 'vitest';
import type { ConnectionFailure } from '../session/failure.ts';
import type { LogEntry } from '../session/log.ts';
import { type Browser, expected } from '../webrtc/browserEvidence.ts';
import type { chromiumEvidence } from '../webrtc/evidence/chromium.ts';
import { answerLines, sdpText } from '../webrtc/testing/literalSdp.ts';
import { advise, diagnose } from './diagnose.ts';
import {
  answerWith,
  candidate,
  candidateError,
  channel,
  chromium,
  description,
  failedLog,
  firefox,
  goodAnswer,
  goodOffer,
  iceFailedInChromium,
  iceFailedInFirefox,
  refusedAnswer,
  servers,
  state,
  statistics,
  waitedForIce,
} from './testing/literalConnection.ts';
import { type Literal, type LiteralRun, runOf } from './testing/literalLog.ts';

/** `code/variant` that this log is told as, and the log as that browser leaves it; undefined: it has no verdict there. */
type Cell = readonly [is: string | undefined, log: (run: LiteralRun) => readonly LogEntry[]];

/** Nobody has looked yet, and the evidence says so. */
const notVerified = 'not-verified';

type Row = Readonly<Record<Browser, Cell | typeof notVerified>>;

const both = (is: string, log: Cell[1]): Row => ({ chromium: [is, log], firefox: [is, log] });
const host = candidate('host');
const offered = description('local', goodOffer);
const answeredBy = (...candidates: readonly string[]) => description('remote', answerWith(...candidates));
const reachable = answeredBy('1 udp 1 192.0.2.7 50000 typ host');
const turn = 'turn:192.0.2.1:3478?transport=udp';

const fails =
  (failure: ConnectionFailure, ...entries: readonly Literal[]) =>
  (run: LiteralRun) =>
    failedLog(run, entries, failure);
const refuses = (answer: string, name: string, message: string, line?: number) =>
  fails(refusedAnswer(name, message, line), offered, description('remote', answer));
const refusesServer =
  (url: string, name: string, message: string) =>
  (run: LiteralRun): readonly LogEntry[] =>
    failedLog(run, [servers([url])], { reason: 'configuration', error: { name, message } }, 'offer');
const refusesDevice = (name: string, message: string) => (run: LiteralRun) =>
  runOf(
    run,
    { kind: 'run', state: 'connected' },
    { kind: 'media', device: 'microphone', event: 'refused', error: { name, message } },
  );
const stands =
  (...entries: readonly Literal[]) =>
  (run: LiteralRun) =>
    runOf(
      run,
      offered,
      description('remote', goodAnswer),
      state('ice', 'connected', 400),
      state('connection', 'connected', 500),
      channel('open'),
      { kind: 'run', state: 'connected', at: 600 },
      ...entries,
    );
const connectsWith = (answer: string) => (run: LiteralRun) =>
  runOf(run, offered, description('remote', answer), state('connection', 'connected'), {
    kind: 'run',
    state: 'connected',
  });
const relayOnly =
  (failure: ConnectionFailure, url: string, ...gathering: readonly Literal[]) =>
  (run: LiteralRun) =>
    failedLog(
      { ...run, policy: 'relay' },
      [servers([url]), state('gathering', 'gathering', 1_000), ...gathering, reachable],
      failure,
    );
const says701 = (url: string, text: string, at: number) => candidateError(url, 701, text, at);
const noPath = { chromium: iceFailedInChromium, firefox: iceFailedInFirefox } as const;
const without = (line: RegExp) => sdpText(answerLines, [line, undefined]);
const cut = goodAnswer.slice(0, goodAnswer.indexOf('opus/48') + 7);
const otherCodec = sdpText(
  answerLines,
  [/^a=rtpmap:111.*/, 'a=rtpmap:111 x-unheard-of/48000/2'],
  [/SAVPF 111 0/, 'SAVPF 111'],
);
const oneSection = sdpText(answerLines.slice(0, 16), [/BUNDLE 0 1/, 'BUNDLE 0']);
const portZero = sdpText(answerLines, [/^m=application 9/, 'm=application 0']);
const sipcc = 'SIPCC Failed to parse SDP: SDP Parse Error on line 1:  End of line beyond end of buffer.';
const tcpOnly = answeredBy('1 tcp 1 127.0.0.1 5999 typ host tcptype passive');
const nothingHeard: Literal = statistics('sample', {
  rtp: [{ direction: 'inbound', media: 'audio', packets: 0, bytes: 0 }],
  at: 3_600,
});
const media = (event: 'ended' | 'silent'): Literal => ({ kind: 'media', device: 'microphone', event });
const lost = [
  state('ice', 'disconnected', 9_000),
  statistics('failed', { sent: 20, answered: 5, pair: 'succeeded', packets: 40, at: 19_000 }),
];

/** What each browser leaves in a log, typed by hand from what was measured; a code without a row does not compile. */
const rows: { readonly [C in keyof typeof chromiumEvidence]: Row } = {
  'ctx.insecure': both('ctx.insecure/origin', (run) =>
    runOf(
      { ...run, pageUrl: 'http://192.168.1.5:4173/' },
      { kind: 'run', state: 'connected' },
      {
        kind: 'media',
        device: 'microphone',
        event: 'refused',
        error: { name: 'TypeError', message: 'navigator.mediaDevices is undefined' },
      },
    ),
  ),
  'media.denied': {
    chromium: ['media.denied/user', refusesDevice('NotAllowedError', 'Permission denied')],
    firefox: [
      'media.denied/user',
      refusesDevice(
        'NotAllowedError',
        'The request is not allowed by the user agent or the platform in the current context.',
      ),
    ],
  },
  'media.notfound': {
    chromium: ['media.notfound/none', refusesDevice('NotFoundError', 'Requested device not found')],
    firefox: ['media.notfound/none', refusesDevice('NotFoundError', 'The object can not be found here.')],
  },
  'media.busy': both('media.busy/in-use', refusesDevice('NotReadableError', 'Could not start audio source')),
  'media.overconstrained': {
    chromium: ['media.overconstrained/device', refusesDevice('OverconstrainedError', '')],
    firefox: [
      'media.overconstrained/device',
      refusesDevice('OverconstrainedError', 'Constraints could not be satisfied.'),
    ],
  },
  'media.none': {
    chromium: [
      'media.none/asked-for-nothing',
      refusesDevice('TypeError', 'At least one of audio and video must be requested'),
    ],
    firefox: ['media.none/asked-for-nothing', refusesDevice('TypeError', 'audio and/or video is required')],
  },
  'media.ended': { chromium: ['media.ended/unplugged', stands(media('ended'))], firefox: notVerified },
  // Without sound Firefox measures no level, so nothing is told.
  'media.silent': {
    chromium: ['media.silent/zeros', stands(media('silent'))],
    firefox: [undefined, stands()],
  },
  'media.noframes': both('media.noframes/received', stands(nothingHeard)),
  'play.blocked': {
    chromium: [
      'play.blocked/autoplay',
      stands({
        kind: 'media',
        device: 'playback',
        event: 'blocked',
        error: { name: 'NotAllowedError', message: 'play() failed' },
      }),
    ],
    firefox: notVerified,
  },
  'cfg.url': {
    chromium: [
      'cfg.url/scheme',
      refusesServer('http://x', 'SyntaxError', "'http://x' is not a valid stun or turn URL."),
    ],
    firefox: [
      'cfg.url/scheme',
      refusesServer(
        'http://x',
        'SyntaxError',
        "RTCPeerConnection constructor: 'http://x' is not a valid URL",
      ),
    ],
  },
  'cfg.cred': {
    chromium: [
      'cfg.cred/absent',
      refusesServer(
        'turn:127.0.0.1:3478',
        'InvalidAccessError',
        'Both username and credential are required when the URL scheme is "turn" or "turns".',
      ),
    ],
    firefox: [
      'cfg.cred/absent',
      refusesServer('turn:127.0.0.1:3478', 'InvalidAccessError', 'Missing username'),
    ],
  },
  'cfg.port-blocked': {
    chromium: [
      'turn.port-disallowed/silent',
      relayOnly(waitedForIce, 'turn:192.0.2.1:465?transport=tcp', state('gathering', 'complete', 1_120)),
    ],
    firefox: [
      'cfg.port-blocked/firefox',
      refusesServer(
        'turn:10.99.0.1:9?transport=tcp',
        'SyntaxError',
        "PeerConnectionImpl.setConfiguration: 'turn:10.99.0.1:9?transport=tcp' uses a port that is blocked",
      ),
    ],
  },
  'sdp.notsdp': {
    chromium: [
      'sdp.notsdp/html',
      refuses('<html>', 'OperationError', 'Failed to parse SessionDescription. <html> Expect line: v='),
    ],
    firefox: ['sdp.notsdp/html', refuses('<html>', 'OperationError', sipcc, 1)],
  },
  'sdp.truncated': {
    chromium: [
      'sdp.truncated/cut',
      refuses(
        cut,
        'OperationError',
        'Failed to parse SessionDescription. a=rtpmap:111 opus/48 Invalid SDP line.',
      ),
    ],
    firefox: [
      'sdp.truncated/cut',
      refuses(cut, 'InvalidAccessError', 'Offer and answer have different number of m-lines (2 vs 1)'),
    ],
  },
  'sdp.no-final-crlf': {
    chromium: [
      'sdp.no-final-crlf/trimmed',
      refuses(
        goodAnswer.trimEnd(),
        'OperationError',
        'Failed to parse SessionDescription. a=sctp-port:5000 Invalid SDP line.',
      ),
    ],
    firefox: [undefined, connectsWith(goodAnswer.trimEnd())],
  },
  'sdp.escaped-crlf': {
    chromium: [
      'sdp.escaped-crlf/escaped',
      refuses(
        goodAnswer.replaceAll('\r\n', '\\r\\n'),
        'OperationError',
        'Failed to parse SessionDescription. v=0\\r\\no=- 1 2 IN IP4',
      ),
    ],
    firefox: [
      'sdp.escaped-crlf/escaped',
      refuses(goodAnswer.replaceAll('\r\n', '\\r\\n'), 'OperationError', sipcc, 1),
    ],
  },
  'sdp.mline': {
    chromium: [
      'sdp.mline/count',
      refuses(oneSection, 'InvalidAccessError', "A BUNDLE group contains a MID='1' matching no m= section."),
    ],
    firefox: [
      'sdp.mline/count',
      refuses(oneSection, 'InvalidAccessError', 'Offer and answer have different number of m-lines (2 vs 1)'),
    ],
  },
  'sdp.setup': {
    chromium: [
      'sdp.setup/actpass',
      refuses(
        sdpText(answerLines, [/setup:active/, 'setup:actpass']),
        'InvalidAccessError',
        'Answerer must use either active or passive value for setup attribute.',
      ),
    ],
    firefox: [
      'sdp.setup/actpass',
      refuses(
        sdpText(answerLines, [/setup:active/, 'setup:actpass']),
        'InvalidAccessError',
        'Invalid answer, illegal setup attribute "actpass" at level 0',
      ),
    ],
  },
  'sdp.no-fp': {
    chromium: [
      'sdp.no-fp/absent',
      refuses(without(/^a=fingerprint/), 'InvalidAccessError', 'Called with SDP without DTLS fingerprint.'),
    ],
    firefox: [
      'sdp.no-fp/absent',
      refuses(
        without(/^a=fingerprint/),
        'InvalidAccessError',
        'Invalid description, no fingerprint attribute at level 0',
      ),
    ],
  },
  'sdp.no-ufrag': {
    chromium: [
      'sdp.no-ufrag/absent',
      refuses(
        without(/^a=ice-ufrag/),
        'InvalidAccessError',
        'Called with SDP without ice-ufrag and ice-pwd.',
      ),
    ],
    firefox: [
      'sdp.no-ufrag/absent',
      refuses(
        without(/^a=ice-ufrag/),
        'InvalidAccessError',
        'Invalid description, no ice-ufrag attribute at level 0',
      ),
    ],
  },
  'sdp.no-rtcp-mux': {
    chromium: [
      'sdp.no-rtcp-mux/absent',
      refuses(
        without(/^a=rtcp-mux/),
        'InvalidAccessError',
        'rtcp-mux must be enabled when BUNDLE is enabled.',
      ),
    ],
    firefox: [
      'sdp.no-rtcp-mux/absent',
      refuses(
        without(/^a=rtcp-mux/),
        'InvalidAccessError',
        'm-section at level 0 is missing a=rtcp-mux, which is required by rtcpMuxPolicy',
      ),
    ],
  },
  'sdp.codec': {
    chromium: ['sdp.codec/none-common', connectsWith(otherCodec)],
    firefox: [
      'sdp.codec/none-common',
      refuses(otherCodec, 'OperationError', 'Answer had no codecs in common with offer in m-section 0'),
    ],
  },
  'sdp.dir': both('sdp.dir/inactive', connectsWith(sdpText(answerLines, [/^a=sendrecv/, 'a=inactive']))),
  'sdp.rejected-dc': {
    chromium: [
      'sdp.rejected-dc/port-0',
      fails(
        {
          reason: 'channel',
          event: 'error',
          error: { name: 'OperationError', message: 'Rejected data channel transport with mid=1' },
        },
        offered,
        description('remote', portZero),
        channel('close', { name: 'OperationError', message: 'Rejected data channel transport with mid=1' }),
        state('ice', 'connected'),
      ),
    ],
    firefox: [
      'sdp.rejected-dc/port-0',
      fails(
        { reason: 'timeout', limit: 30_000, waitingFor: 'channel' },
        offered,
        description('remote', portZero),
        state('ice', 'connected'),
        state('connection', 'connected'),
      ),
    ],
  },
  'sig.state': {
    chromium: [
      'sig.state/answer-twice',
      fails(
        refusedAnswer('InvalidStateError', 'Called in wrong state: stable'),
        state('signaling', 'stable'),
      ),
    ],
    firefox: [
      'sig.state/answer-twice',
      fails(
        refusedAnswer('InvalidStateError', 'Cannot set remote answer in state stable'),
        state('signaling', 'stable'),
      ),
    ],
  },
  'sig.glare': both(
    'sig.glare/offer-to-offer',
    fails(
      waitedForIce,
      state('signaling', 'have-local-offer'),
      state('signaling', 'stable'),
      state('signaling', 'have-remote-offer'),
      description('remote', goodOffer, 'offer'),
    ),
  ),
  'sig.type': {
    chromium: [
      'sig.type/misspelt',
      fails(
        refusedAnswer(
          'TypeError',
          "The provided value 'anwser' is not a valid enum value of type RTCSdpType.",
        ),
      ),
    ],
    firefox: [
      'sig.type/misspelt',
      fails(
        refusedAnswer(
          'TypeError',
          "RTCPeerConnection.setRemoteDescription: 'anwser' (value of 'type' member of RTCSessionDescriptionInit) is not a valid value for enumeration RTCSdpType.",
        ),
      ),
    ],
  },
  'ice.add': {
    chromium: [
      'ice.add/early',
      fails({
        reason: 'candidate',
        error: { name: 'InvalidStateError', message: 'The remote description was null' },
      }),
    ],
    firefox: [
      'ice.add/early',
      fails({ reason: 'candidate', error: { name: 'InvalidStateError', message: 'No remoteDescription.' } }),
    ],
  },
  'pc.limit': {
    chromium: [
      'pc.limit/too-many',
      fails({
        reason: 'limit',
        error: { name: 'UnknownError', message: 'Cannot create so many PeerConnections' },
      }),
    ],
    firefox: [undefined, stands()],
  },
  'turn.auth': {
    chromium: [
      'turn.auth/refused',
      relayOnly(waitedForIce, turn, candidateError(turn, 401, 'Unauthorized.', 1_070)),
    ],
    firefox: [
      'turn.auth/refused',
      relayOnly(iceFailedInFirefox, turn, candidateError('turn:192.0.2.1:3478', 401, '', 1_011)),
    ],
  },
  'turn.quota': {
    chromium: [
      'turn.quota/reached',
      relayOnly(waitedForIce, turn, candidateError(turn, 486, 'TURN allocate error.', 1_063)),
    ],
    // It gives the code of refused credentials.
    firefox: [
      'turn.auth/refused',
      relayOnly(iceFailedInFirefox, turn, candidateError('turn:192.0.2.1:3478', 401, '', 1_011)),
    ],
  },
  'turn.udp.dead': {
    chromium: [
      'turn.udp.dead/no-answer',
      relayOnly(waitedForIce, turn, says701(turn, 'TURN allocate request timed out.', 40_900)),
    ],
    firefox: [
      'turn.udp.dead/no-answer',
      relayOnly(iceFailedInFirefox, turn, says701('turn:192.0.2.1:3478', '', 12_126)),
    ],
  },
  'turn.tcp.refused': {
    chromium: [
      'turn.tcp.refused/closed',
      relayOnly(
        waitedForIce,
        'turn:192.0.2.1:5999?transport=tcp',
        says701('turn:192.0.2.1:5999?transport=tcp', 'Failed to establish connection', 1_130),
      ),
    ],
    firefox: [
      'turn.tcp.refused/closed',
      relayOnly(
        iceFailedInFirefox,
        'turn:192.0.2.1:5999?transport=tcp',
        says701('turn:192.0.2.1:5999?transport=tcp', '', 1_035),
      ),
    ],
  },
  'turn.port-disallowed': {
    chromium: [
      'turn.port-disallowed/silent',
      relayOnly(waitedForIce, 'turn:192.0.2.1:465?transport=tcp', state('gathering', 'complete', 1_120)),
    ],
    firefox: [
      'cfg.port-blocked/firefox',
      refusesServer(
        'turn:192.0.2.1:465?transport=tcp',
        'SyntaxError',
        "PeerConnectionImpl.setConfiguration: 'turn:192.0.2.1:465?transport=tcp' uses a port that is blocked",
      ),
    ],
  },
  'turns.tls': {
    chromium: [
      'turns.tls/failed',
      relayOnly(
        waitedForIce,
        'turns:192.0.2.1:5349?transport=tcp',
        says701('turns:192.0.2.1:5349?transport=tcp', 'Failed to establish connection', 1_134),
      ),
    ],
    firefox: [
      'turns.tls/failed',
      relayOnly(
        iceFailedInFirefox,
        'turns:192.0.2.1:5999?transport=tcp',
        state('gathering', 'complete', 1_006),
      ),
    ],
  },
  'ice.dns': {
    chromium: [
      'ice.dns/lookup',
      relayOnly(
        waitedForIce,
        'turn:turn.invalid:3478',
        says701('turn:turn.invalid:3478?transport=udp', 'TURN host lookup received error.', 9_900),
      ),
    ],
    firefox: [
      'ice.dns/lookup',
      relayOnly(
        iceFailedInFirefox,
        'turn:nowhere.example.org:3478',
        says701('turn:nowhere.example.org:3478', '', 7_150),
      ),
    ],
  },
  'ice.benign701': {
    chromium: [
      'ice.benign701/one-family',
      stands(candidate('srflx'), says701('stun:192.0.2.1:3478', 'STUN binding request timed out.', 40_000)),
    ],
    firefox: [
      'ice.benign701/one-family',
      stands(candidate('srflx'), says701('stun:192.0.2.1:3478', '', 12_000)),
    ],
  },
  'gather.timeout': both(
    'gather.timeout/cut-off',
    stands(host, { kind: 'note', topic: 'gathering-cut-off', after: 5_000 }),
  ),
  'gather.none': {
    chromium: [
      'gather.none/nothing',
      fails(
        waitedForIce,
        servers([turn]),
        state('gathering', 'gathering'),
        state('gathering', 'complete', 152),
        reachable,
      ),
    ],
    firefox: [
      'gather.none/nothing',
      fails(
        waitedForIce,
        servers([turn]),
        { ...state('ice', 'failed', 254), step: 'offer' },
        { kind: 'note', step: 'offer', topic: 'gathering-cut-off', after: 5_000 },
        reachable,
      ),
    ],
  },
  'gather.mdns': both('gather.mdns/hidden', stands(candidate('mdns'), candidate('mdns'))),
  'relay.noturn': {
    chromium: [
      'relay.noturn/policy',
      relayOnly(waitedForIce, 'stun:192.0.2.1:3478', state('gathering', 'complete', 1_120)),
    ],
    firefox: [
      'relay.noturn/policy',
      relayOnly(iceFailedInFirefox, 'stun:192.0.2.1:3478', state('gathering', 'complete', 1_010)),
    ],
  },
  'net.udp-blocked': {
    chromium: [
      'net.udp-blocked/relay-silent',
      fails(
        waitedForIce,
        servers(['stun:192.0.2.9:3478', turn]),
        state('gathering', 'gathering', 1_000),
        candidate('mdns', undefined, 1_050),
        says701('stun:192.0.2.9:3478', 'STUN binding request timed out.', 40_900),
        says701(turn, 'TURN allocate request timed out.', 40_900),
        reachable,
      ),
    ],
    firefox: [
      'net.udp-blocked/relay-silent',
      fails(
        iceFailedInFirefox,
        servers(['stun:192.0.2.9:3478', turn]),
        state('gathering', 'gathering', 1_000),
        candidate('mdns', undefined, 1_050),
        says701('stun:192.0.2.9:3478', '', 12_100),
        says701('turn:192.0.2.1:3478', '', 12_126),
        reachable,
      ),
    ],
  },
  'ice.nocand': {
    chromium: ['ice.nocand/answer', fails(waitedForIce, offered, host, answeredBy())],
    firefox: [
      'ice.nocand/answer',
      fails(iceFailedInFirefox, offered, host, answeredBy(), state('connection', 'failed', 5_025)),
    ],
  },
  'ice.port-low': {
    chromium: [
      'ice.port-low/below-1024',
      fails(waitedForIce, offered, host, answeredBy('1 udp 1 192.168.1.9 9 typ host')),
    ],
    firefox: [
      'ice.port-low/below-1024',
      fails(
        iceFailedInFirefox,
        offered,
        host,
        answeredBy('1 udp 1 192.168.1.9 9 typ host'),
        state('ice', 'checking', 100),
        state('ice', 'failed', 11_117),
      ),
    ],
  },
  'ice.hostname': {
    chromium: [
      'ice.hostname/unresolved',
      fails(waitedForIce, offered, host, answeredBy('1 udp 1 sfu.invalid 50000 typ host')),
    ],
    firefox: [
      'ice.hostname/unresolved',
      fails(
        { reason: 'dtls', dtlsState: 'failed' },
        offered,
        host,
        answeredBy('1 udp 1 sfu.invalid 50000 typ host'),
        state('ice', 'failed', 5_188),
        state('connection', 'failed', 5_189),
      ),
    ],
  },
  'ice.lna': {
    chromium: [
      'ice.lna/refused',
      fails(waitedForIce, offered, host, answeredBy('1 udp 1 192.168.1.9 50000 typ host')),
    ],
    firefox: notVerified,
  },
  'ice.tcp-only-dead': {
    chromium: [
      'ice.tcp-only-dead/passive',
      fails(
        iceFailedInChromium,
        offered,
        host,
        tcpOnly,
        state('ice', 'checking', 136),
        state('ice', 'disconnected', 138),
        state('connection', 'failed', 138),
      ),
    ],
    firefox: [
      'ice.tcp-only-dead/passive',
      fails(
        iceFailedInFirefox,
        offered,
        host,
        tcpOnly,
        state('ice', 'failed', 5_188),
        state('connection', 'failed', 5_189),
      ),
    ],
  },
  'ice.unreachable': {
    chromium: [
      'ice.unreachable/no-answer',
      fails(
        noPath.chromium,
        offered,
        host,
        reachable,
        state('ice', 'checking', 1_000),
        statistics('failed', { sent: 6, packets: 0, at: 16_200 }),
      ),
    ],
    firefox: [
      'ice.unreachable/no-answer',
      fails(
        noPath.firefox,
        offered,
        host,
        reachable,
        state('ice', 'checking', 1_012),
        state('ice', 'failed', 12_116),
        statistics('failed', { sent: 'uncounted', pair: 'failed', dtls: 'failed', at: 12_400 }),
      ),
    ],
  },
  'ice.badpwd': {
    chromium: [
      'ice.badpwd/password',
      fails(
        noPath.chromium,
        offered,
        host,
        reachable,
        state('ice', 'checking', 700),
        statistics('failed', { sent: 30, packets: 18, at: 15_736 }),
      ),
    ],
    firefox: [
      'ice.badpwd/password',
      fails(
        noPath.firefox,
        offered,
        host,
        reachable,
        state('ice', 'checking', 63),
        state('ice', 'failed', 14_386),
      ),
    ],
  },
  'dtls.fingerprint': both(
    'dtls.fingerprint/mismatch',
    fails(
      { reason: 'dtls', dtlsState: 'failed' },
      offered,
      reachable,
      state('ice', 'connected', 71),
      state('connection', 'failed', 74),
    ),
  ),
  'dc.remote-close': {
    chromium: [
      'dc.remote-close/closed',
      fails(
        {
          reason: 'channel',
          event: 'error',
          error: {
            name: 'OperationError',
            message: 'User-Initiated Abort, reason=Close called',
            errorDetail: 'sctp-failure',
            sctpCauseCode: 12,
          },
        },
        reachable,
        channel('open'),
        channel('close', { name: 'OperationError', message: 'User-Initiated Abort, reason=Close called' }),
      ),
    ],
    firefox: [
      'dc.remote-close/closed',
      fails(
        { reason: 'channel', event: 'close' },
        reachable,
        channel('open'),
        channel('closing'),
        channel('close'),
      ),
    ],
  },
  'net.loss': {
    chromium: ['net.loss/mid-call', (run) => ended(run, ...lost)],
    firefox: notVerified,
  },
  'net.blip': {
    chromium: [
      'net.blip/recovered',
      stands(state('ice', 'disconnected', 9_000), state('ice', 'connected', 12_000)),
    ],
    firefox: notVerified,
  },
  'net.restart-needed': {
    chromium: ['net.restart-needed/after-failed', (run) => [...ended(run, ...lost), ...looks(false, true)]],
    firefox: notVerified,
  },
  'app.no-session': both(
    'app.no-session/silent',
    fails(
      { reason: 'timeout', limit: 30_000, waitingFor: 'session.created' },
      reachable,
      state('ice', 'connected'),
      channel('open'),
    ),
  ),
};

/** A session that stood, and failed for want of packets. */
function ended(run: LiteralRun, ...entries: readonly Literal[]): readonly LogEntry[] {
  return failedLog(
    run,
    [
      description('remote', goodAnswer),
      state('ice', 'connected', 100),
      channel('open'),
      { kind: 'run', state: 'connected', at: 300 },
      ...entries,
    ],
    iceFailedInChromium,
  );
}

function looks(...answers: readonly boolean[]): readonly LogEntry[] {
  return answers.map((answered, index) => ({
    kind: 'note',
    topic: 'network-look',
    url: 'stun:192.0.2.1:3478',
    answered,
    after: 1_500 + index * 4_000,
    id: `look${index}`,
    at: 30_000 + index * 4_000,
    attempt: 1,
  }));
}

const cells = Object.entries(rows).flatMap(([code, row]) =>
  (['chromium', 'firefox'] as const).map((browser) => ({ code, browser, cell: row[browser] })),
);

test.each(cells)('$code as $browser shows it', ({ code, browser, cell }) => {
  const isVerified = expected(code, browser)?.source !== 'not-verified';
  expect(isVerified, 'somebody has looked').toBe(cell !== notVerified);
  if (cell === notVerified) return;
  const [is, logOf] = cell;
  const log = logOf(browser === 'chromium' ? chromium : firefox);
  const verdicts = diagnose(log);
  const told = (is === undefined || verdicts.length > 0 ? verdicts : advise(log)).slice(0, 1);
  expect(told.map(({ code: found, variant }) => `${found}/${variant}`)).toEqual(is === undefined ? [] : [is]);
  const ids = log.map(({ id }) => id);
  expect(told.flatMap(({ evidence }) => evidence).filter(({ entry }) => !ids.includes(entry))).toEqual([]);
});
