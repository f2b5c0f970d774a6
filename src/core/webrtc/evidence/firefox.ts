import type { ExpectedEvidence } from '../browserEvidence.ts';
import type { chromiumEvidence } from './chromium.ts';

const unknown = { sees: 'Not looked at yet.', source: 'not-verified' } as const;
const both = {
  iceConnectionState: 'failed',
  connectionState: 'failed',
  source: 'measured',
} as const;

/** Firefox 153. Source of every row: failures.md, sections a to e. */
export const firefoxEvidence = {
  'ctx.insecure': {
    sees: 'navigator.mediaDevices is undefined.',
    source: 'measured',
  },
  'media.denied': {
    sees: 'NotAllowedError.',
    error: {
      name: 'NotAllowedError',
      message: 'The request is not allowed by the user agent or the platform in the current context.',
    },
    source: 'measured',
  },
  'media.notfound': {
    sees: 'NotFoundError.',
    error: { name: 'NotFoundError', message: 'The object can not be found here.' },
    source: 'measured',
  },
  'media.busy': {
    sees: 'NotReadableError.',
    error: { name: 'NotReadableError' },
    source: 'MDN, getUserMedia',
  },
  'media.overconstrained': {
    sees: 'OverconstrainedError, whose constraint names what could not be met; there is no global of that name.',
    error: { name: 'OverconstrainedError', message: 'Constraints could not be satisfied.' },
    source: 'measured',
  },
  'media.none': {
    sees: 'getUserMedia rejects before it asks anybody.',
    error: { name: 'TypeError', message: 'audio and/or video is required' },
    source: 'measured',
  },
  'media.ended': unknown,
  'media.silent': {
    sees: 'Nothing on a machine without sound: there no AudioContext runs, so no level is measured.',
    after: 'never',
    source: 'measured',
  },
  'media.noframes': {
    sees: 'The session is up; inbound-rtp is absent, the track stays muted.',
    source: 'measured',
  },
  'play.blocked': unknown,
  'cfg.url': { sees: 'The constructor throws.', error: { name: 'SyntaxError' }, source: 'measured' },
  'cfg.cred': { sees: 'The constructor throws.', error: { name: 'InvalidAccessError' }, source: 'measured' },
  'cfg.port-blocked': {
    sees: 'The constructor throws (ports 9 and 465 tried).',
    error: { name: 'SyntaxError', message: 'uses a port that is blocked' },
    source: 'measured',
  },
  'sdp.notsdp': {
    sees: 'setRemoteDescription throws an RTCError: errorDetail sdp-syntax-error, sdpLineNumber 1.',
    error: { name: 'OperationError', message: 'SIPCC Failed to parse SDP: SDP Parse Error on line 1' },
    source: 'measured',
  },
  'sdp.truncated': {
    sees: 'setRemoteDescription throws: it misses the sections that were cut off.',
    error: {
      name: 'InvalidAccessError',
      message: 'Offer and answer have different number of m-lines (2 vs 1)',
    },
    source: 'measured',
  },
  'sdp.no-final-crlf': { sees: 'Nothing: it takes the answer.', source: 'measured' },
  'sdp.escaped-crlf': {
    sees: 'setRemoteDescription throws an RTCError: sdp-syntax-error in line 1.',
    error: {
      name: 'OperationError',
      message: 'SIPCC Failed to parse SDP: SDP Parse Error on line 1: End of line beyond end of buffer.',
    },
    source: 'measured',
  },
  'sdp.mline': {
    sees: 'setRemoteDescription throws.',
    error: {
      name: 'InvalidAccessError',
      message: 'Offer and answer have different number of m-lines (2 vs 1)',
    },
    source: 'measured',
  },
  'sdp.setup': {
    sees: 'setRemoteDescription throws.',
    error: {
      name: 'InvalidAccessError',
      message: 'Invalid answer, illegal setup attribute "actpass" at level 0',
    },
    source: 'measured',
  },
  'sdp.no-fp': {
    sees: 'setRemoteDescription throws.',
    error: {
      name: 'InvalidAccessError',
      message: 'Invalid description, no fingerprint attribute at level 0',
    },
    source: 'measured',
  },
  'sdp.no-ufrag': {
    sees: 'setRemoteDescription throws.',
    error: { name: 'InvalidAccessError', message: 'Invalid description, no ice-ufrag attribute at level 0' },
    source: 'measured',
  },
  'sdp.no-rtcp-mux': {
    sees: 'setRemoteDescription throws.',
    error: {
      name: 'InvalidAccessError',
      message: 'm-section at level 0 is missing a=rtcp-mux, which is required by rtcpMuxPolicy',
    },
    source: 'measured',
  },
  'sdp.codec': {
    sees: 'setRemoteDescription throws.',
    error: { name: 'OperationError', message: 'Answer had no codecs in common with offer in m-section 0' },
    source: 'measured',
  },
  'sdp.dir': { sees: 'Nothing: everything connects.', source: 'measured' },
  'sdp.rejected-dc': {
    sees: 'Nothing: the channel stays “connecting” for ever.',
    after: 'never',
    connectionState: 'connected',
    source: 'measured',
  },
  'sig.state': {
    sees: 'setRemoteDescription throws.',
    error: { name: 'InvalidStateError', message: 'Cannot set remote answer in state stable' },
    source: 'measured',
  },
  'sig.glare': {
    sees: 'No error at the offer: have-local-offer, stable, have-remote-offer (implicit rollback); the answer after it is refused.',
    error: {
      name: 'InvalidStateError',
      message: 'Cannot set remote offer or answer in current state have-remote-offer',
    },
    source: 'measured',
  },
  'sig.type': {
    sees: 'setRemoteDescription throws.',
    error: {
      name: 'TypeError',
      message:
        "RTCPeerConnection.setRemoteDescription: 'anwser' (value of 'type' member of RTCSessionDescriptionInit) is not a valid value for enumeration RTCSdpType.",
    },
    source: 'measured',
  },
  'ice.add': {
    sees: 'addIceCandidate throws: InvalidStateError before the answer, OperationError for an unknown mid, TypeError without mid and index. It takes garbage without a word.',
    error: { name: 'InvalidStateError', message: 'No remoteDescription.' },
    source: 'measured',
  },
  'pc.limit': { sees: 'Nothing: it made 600 without complaint.', after: 'never', source: 'measured' },
  'turn.auth': {
    sees: 'icecandidateerror 401 twice, without a text, its url without ?transport.',
    after: [11, 40],
    candidateError: { errorCode: 401, errorText: '' },
    source: 'measured',
  },
  'turn.quota': {
    sees: 'Reported as 401 (seen once).',
    candidateError: { errorCode: 401, errorText: '' },
    source: 'measured',
  },
  'turn.udp.dead': {
    sees: 'icecandidateerror 701 without a text.',
    after: [11_000, 11_300],
    candidateError: { errorCode: 701, errorText: '' },
    source: 'measured',
  },
  'turn.tcp.refused': {
    sees: 'icecandidateerror 701 without a text.',
    after: [30, 60],
    candidateError: { errorCode: 701, errorText: '' },
    source: 'measured',
  },
  'turn.port-disallowed': {
    sees: 'The constructor throws (ports 9 and 465 tried).',
    error: { name: 'SyntaxError', message: 'uses a port that is blocked' },
    source: 'measured',
  },
  'turns.tls': {
    sees: 'No event: gathering ends after some 6 ms (closed port).',
    after: 'never',
    source: 'measured',
  },
  'ice.dns': {
    sees: 'icecandidateerror 701 without a text, twice.',
    after: [6_100, 6_300],
    candidateError: { errorCode: 701, errorText: '' },
    source: 'measured',
  },
  'ice.benign701': {
    sees: 'icecandidateerror 701 without a text, several times for one server, beside candidates of another.',
    candidateError: { errorCode: 701, errorText: '' },
    source: 'measured',
  },
  'gather.timeout': {
    sees: 'Still gathering when the offer goes out: the errors come after 11.1 s.',
    source: 'measured',
  },
  'gather.none': {
    sees: '“failed” as soon as the offer is set, with no candidate and no error; gathering never ends.',
    after: [0, 30],
    ...both,
  },
  'gather.mdns': { sees: 'Candidates end with .local, and so do the statistics.', source: 'measured' },
  'relay.noturn': { sees: '“failed” at once.', after: [0, 15], ...both },
  'net.udp-blocked': {
    sees: 'icecandidateerror 701 without a text for every server.',
    after: [11_000, 11_300],
    candidateError: { errorCode: 701, errorText: '' },
    source: 'measured',
  },
  'ice.nocand': { sees: 'Fails; the channel closes.', after: [5_000, 5_300], ...both },
  'ice.port-low': { sees: 'It tries the port, then fails.', after: [11_000, 11_300], ...both },
  'ice.hostname': {
    sees: 'Never “checking”, no pair; fails, the channel closes.',
    after: [5_000, 5_300],
    ...both,
  },
  'ice.lna': unknown,
  'ice.tcp-only-dead': {
    sees: 'Never “checking”, no pair; fails, the channel closes.',
    after: [5_000, 5_300],
    ...both,
  },
  'ice.unreachable': {
    sees: 'Fails; the failed pair stays in the statistics, dtlsState is failed, the channel closes.',
    after: [11_000, 11_300],
    ...both,
  },
  'ice.badpwd': {
    sees: 'As for an unreachable far end, but some 3 s later.',
    after: [14_300, 14_500],
    ...both,
  },
  'dtls.fingerprint': {
    sees: 'ICE is connected, connectionState fails 3 ms later, dtlsState is failed, the channel closes.',
    iceConnectionState: 'connected',
    connectionState: 'failed',
    source: 'measured',
  },
  'dc.remote-close': {
    sees: 'The channel’s closing and close, no error; ICE is disconnected 10.2 s later.',
    source: 'measured',
  },
  'net.loss': unknown,
  'net.blip': unknown,
  'net.restart-needed': unknown,
  'app.no-session': { sees: 'The channel is open, and nothing comes.', after: 'never', source: 'measured' },
} as const satisfies { readonly [C in keyof typeof chromiumEvidence]: ExpectedEvidence };
