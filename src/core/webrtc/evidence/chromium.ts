import type { ExpectedEvidence } from '../browserEvidence.ts';

const silent = {
  after: 'never',
  iceConnectionState: 'new',
  connectionState: 'new',
  source: 'measured',
} as const;
const unanswered = {
  after: [15_000, 15_400],
  iceConnectionState: 'disconnected',
  connectionState: 'failed',
  source: 'measured',
} as const;

/** Chromium 156; strings are libwebrtc’s. Source of every row: failures.md, sections a to e. */
export const chromiumEvidence = {
  'ctx.insecure': {
    sees: 'isSecureContext is false, navigator.mediaDevices is undefined, there is no service worker; RTCPeerConnection is still there.',
    source: 'measured',
  },
  'media.denied': {
    sees: 'NotAllowedError without a prompt; the system’s refusal says so in its message.',
    after: [8, 24],
    error: { name: 'NotAllowedError', message: 'Permission denied' },
    source: 'measured',
  },
  'media.notfound': {
    sees: 'NotFoundError; the usual case in containers, with the permission still “prompt”.',
    error: { name: 'NotFoundError', message: 'Requested device not found' },
    source: 'measured',
  },
  'media.busy': {
    sees: 'NotReadableError.',
    error: { name: 'NotReadableError' },
    source: 'MDN, getUserMedia',
  },
  'media.overconstrained': {
    sees: 'OverconstrainedError, whose constraint names what could not be met.',
    error: { name: 'OverconstrainedError' },
    source: 'measured',
  },
  'media.none': {
    sees: 'getUserMedia rejects before it asks anybody.',
    error: { name: 'TypeError', message: 'At least one of audio and video must be requested' },
    source: 'measured',
  },
  'media.ended': { sees: 'The track’s ended event.', source: 'measured' },
  'media.silent': { sees: 'No event: only the level of the samples, which is zero.', source: 'measured' },
  'media.noframes': {
    sees: 'inbound-rtp packetsReceived stays 0, and the track stays muted.',
    after: 'never',
    source: 'measured',
  },
  'play.blocked': {
    sees: 'play() rejects, AudioContext is suspended, userActivation.hasBeenActive is false.',
    error: { name: 'NotAllowedError' },
    source: 'measured',
  },
  'cfg.url': {
    sees: 'The constructor throws and says what is wrong.',
    error: { name: 'SyntaxError', message: "'http://x' is not a valid stun or turn URL." },
    source: 'measured',
  },
  'cfg.cred': {
    sees: 'The constructor throws.',
    error: {
      name: 'InvalidAccessError',
      message: 'Both username and credential are required when the URL scheme is "turn" or "turns".',
    },
    source: 'measured',
  },
  'cfg.port-blocked': { sees: 'Nothing: the URL is accepted, and the server is never asked.', ...silent },
  'sdp.notsdp': {
    sees: 'setRemoteDescription throws; the message holds the body.',
    error: { name: 'OperationError', message: 'Failed to parse SessionDescription. … Expect line: v=' },
    source: 'measured',
  },
  'sdp.truncated': {
    sees: 'setRemoteDescription throws and names the line at which the text stops.',
    error: { name: 'OperationError', message: 'Failed to parse SessionDescription. … Invalid SDP line.' },
    source: 'measured',
  },
  'sdp.no-final-crlf': {
    sees: 'setRemoteDescription throws and names the last line, which looks right.',
    error: {
      name: 'OperationError',
      message: 'Failed to parse SessionDescription. a=max-message-size:262144 Invalid SDP line.',
    },
    source: 'measured',
  },
  'sdp.escaped-crlf': {
    sees: 'setRemoteDescription throws; the message holds the one long line.',
    error: { name: 'OperationError', message: 'Failed to parse SessionDescription. v=0\\r\\no=…' },
    source: 'measured',
  },
  'sdp.mline': {
    sees: 'setRemoteDescription throws; an absent section is told by its mid, a renamed one as an order.',
    error: {
      name: 'InvalidAccessError',
      message: "The order of m-lines in answer doesn't match order in offer. Rejecting answer.",
    },
    source: 'measured',
  },
  'sdp.setup': {
    sees: 'setRemoteDescription throws.',
    error: {
      name: 'InvalidAccessError',
      message: 'Answerer must use either active or passive value for setup attribute.',
    },
    source: 'measured',
  },
  'sdp.no-fp': {
    sees: 'setRemoteDescription throws.',
    error: { name: 'InvalidAccessError', message: 'Called with SDP without DTLS fingerprint.' },
    source: 'measured',
  },
  'sdp.no-ufrag': {
    sees: 'setRemoteDescription throws.',
    error: { name: 'InvalidAccessError', message: 'Called with SDP without ice-ufrag and ice-pwd.' },
    source: 'measured',
  },
  'sdp.no-rtcp-mux': {
    sees: 'setRemoteDescription throws.',
    error: { name: 'InvalidAccessError', message: 'rtcp-mux must be enabled when BUNDLE is enabled.' },
    source: 'measured',
  },
  'sdp.codec': {
    sees: 'Nothing: the answer is taken, everything connects, no RTP comes.',
    source: 'measured',
  },
  'sdp.dir': { sees: 'Nothing: the answer is taken, everything connects.', source: 'measured' },
  'sdp.rejected-dc': {
    sees: 'The channel’s error event with errorDetail data-channel-failure, then close; the connection stands.',
    error: { name: 'OperationError', message: 'Rejected data channel transport with mid=1' },
    source: 'measured',
  },
  'sig.state': {
    sees: 'setRemoteDescription throws.',
    error: { name: 'InvalidStateError', message: 'Called in wrong state: stable' },
    source: 'measured',
  },
  'sig.glare': {
    sees: 'No error: have-local-offer, stable, have-remote-offer (implicit rollback).',
    after: 'never',
    source: 'measured',
  },
  'sig.type': {
    sees: 'setRemoteDescription throws before it looks at the text.',
    error: {
      name: 'TypeError',
      message: "The provided value 'anwser' is not a valid enum value of type RTCSdpType.",
    },
    source: 'measured',
  },
  'ice.add': {
    sees: 'addIceCandidate throws: InvalidStateError before the answer, OperationError for garbage or an unknown mid, TypeError without mid and index. A wrong usernameFragment passes.',
    error: { name: 'InvalidStateError', message: 'The remote description was null' },
    source: 'measured',
  },
  'pc.limit': {
    sees: 'The 501st constructor throws.',
    error: { name: 'UnknownError', message: 'Cannot create so many PeerConnections' },
    source: 'measured',
  },
  'turn.auth': {
    sees: 'icecandidateerror 401; with the policy all a srflx candidate may come all the same.',
    after: [60, 140],
    candidateError: { errorCode: 401, errorText: 'Unauthorized.' },
    source: 'measured',
  },
  'turn.quota': {
    sees: 'icecandidateerror 486.',
    after: [60, 100],
    candidateError: { errorCode: 486, errorText: 'TURN allocate error.' },
    source: 'measured',
  },
  'turn.udp.dead': {
    sees: 'icecandidateerror 701 for the server and for a stun: URL that nobody configured; long after the SDK’s 5 s.',
    after: [39_000, 40_500],
    candidateError: { errorCode: 701, errorText: 'TURN allocate request timed out.' },
    source: 'measured',
  },
  'turn.tcp.refused': {
    sees: 'icecandidateerror 701.',
    after: [121, 141],
    candidateError: { errorCode: 701, errorText: 'Failed to establish connection' },
    source: 'measured',
  },
  'turn.port-disallowed': {
    sees: 'Nothing: gathering ends after some 120 ms without a relay and without an event.',
    ...silent,
  },
  'turns.tls': {
    sees: 'icecandidateerror 701, the same text whether TLS fails or the port is closed.',
    after: [133, 135],
    candidateError: { errorCode: 701, errorText: 'Failed to establish connection' },
    source: 'measured',
  },
  'ice.dns': {
    sees: 'icecandidateerror 701, once per URL and address family, and for a stun: URL beside each turn: URL.',
    after: [30, 9_200],
    candidateError: { errorCode: 701, errorText: 'TURN host lookup received error.' },
    source: 'measured',
  },
  'ice.benign701': { sees: 'icecandidateerror 701, and srflx or relay candidates.', source: 'measured' },
  'gather.timeout': {
    sees: 'iceGatheringState is still “gathering” when the offer is sent, with host candidates only.',
    source: 'measured',
  },
  'gather.none': {
    sees: 'Gathering ends with no candidate and no error; then “new”, whatever the answer holds.',
    ...silent,
  },
  'gather.mdns': {
    sees: 'Candidates end with .local; their address is empty in the statistics.',
    source: 'measured',
  },
  'relay.noturn': { sees: 'No candidate, no error, “new” for ever.', ...silent },
  'net.udp-blocked': {
    sees: 'No event within the SDK’s 5 s, host candidates only; all 701 at once much later.',
    after: [39_000, 40_500],
    candidateError: { errorCode: 701, errorText: 'STUN binding request timed out.' },
    source: 'measured',
  },
  'ice.nocand': { sees: 'Nothing: no remote candidate in the statistics, “new” for ever.', ...silent },
  'ice.port-low': {
    sees: 'Nothing: remoteDescription lists the candidate, the statistics do not.',
    ...silent,
  },
  'ice.hostname': { sees: 'Nothing: “new” for ever.', ...silent },
  'ice.lna': {
    sees: 'Nothing: the answer’s local addresses are in remoteDescription and not in the statistics; the permission local-network-access is “denied” or “prompt”.',
    ...silent,
  },
  'ice.tcp-only-dead': {
    sees: '“failed” within 5 ms of the answer; no pair in the statistics.',
    after: [0, 5],
    iceConnectionState: 'disconnected',
    connectionState: 'failed',
    source: 'measured',
  },
  'ice.unreachable': {
    sees: 'The pair is in-progress with requests sent and no responses; at the failure all pairs vanish.',
    ...unanswered,
  },
  'ice.badpwd': {
    sees: 'As for an unreachable far end, but the transport’s packetsReceived grows.',
    ...unanswered,
  },
  'dtls.fingerprint': {
    sees: 'ICE is connected; connectionState fails in the same ms, dtlsState is failed, no error event, the channel stays connecting.',
    iceConnectionState: 'connected',
    connectionState: 'failed',
    source: 'measured',
  },
  'dc.remote-close': {
    sees: 'The channel’s error event, errorDetail sctp-failure, sctpCauseCode 12, then close; ICE is disconnected 5.6 s later.',
    error: { name: 'OperationError', message: 'User-Initiated Abort, reason=Close called' },
    source: 'measured',
  },
  'net.loss': {
    sees: 'responsesReceived stands still while requestsSent grows; disconnected after 6 s, failed 10 s later; the channel stays open.',
    after: [5_500, 16_500],
    iceConnectionState: 'disconnected',
    connectionState: 'failed',
    source: 'measured',
  },
  'net.blip': {
    sees: 'disconnected, then connected less than 1 s after the network returned.',
    iceConnectionState: 'connected',
    connectionState: 'connected',
    source: 'measured',
  },
  'net.restart-needed': {
    sees: 'Stays failed; an ICE restart reconnects within some 60 ms, the channel still open.',
    after: 'never',
    connectionState: 'failed',
    source: 'measured',
  },
  'app.no-session': {
    sees: 'The channel is open, and no message comes.',
    after: 'never',
    source: 'measured',
  },
} as const satisfies Readonly<Record<string, ExpectedEvidence>>;
