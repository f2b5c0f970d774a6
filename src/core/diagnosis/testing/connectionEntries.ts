import type { Unlogged } from '../../session/log.ts';
import { chromiumAnswer, chromiumOffer } from '../../webrtc/testing/chromiumSdp.ts';

const turn = 'turn:turn.orga-ai.com:3478?transport=udp';
const host = '1 1 udp 2113937151 192.168.1.2 50123 typ host';
const pair = { local: host, remote: host, state: 'failed', nominated: false } as const;

/** One entry, at least, of each kind that a connection leaves: what can come, not what came in one session. */
export const connectionEntries: readonly Unlogged[] = [
  {
    kind: 'ice-servers',
    from: 'ice-config',
    servers: [{ urls: [turn], username: 'turn-username#1', credential: 'turn-credential#1' }],
    leftOut: [],
  },
  { kind: 'description', side: 'local', type: 'offer', sdp: chromiumOffer },
  { kind: 'description', side: 'remote', type: 'answer', sdp: chromiumAnswer },
  { kind: 'candidate', side: 'local', candidate: `candidate:${host}`, mid: '0' },
  { kind: 'candidate', side: 'remote', candidate: 'candidate:1 1 udp 1 10.0.0.1 9 typ relay', url: turn },
  { kind: 'candidate', side: 'local', candidate: '' },
  { kind: 'candidate-error', url: turn, errorCode: 701, errorText: 'TURN allocate request timed out.' },
  { kind: 'candidate-error', url: turn, errorCode: 401, errorText: 'Unauthorized' },
  { kind: 'candidate-error', url: turn, errorCode: 486, errorText: 'Allocation Quota Reached' },
  { kind: 'state', machine: 'gathering', to: 'complete' },
  { kind: 'state', machine: 'ice', to: 'checking' },
  { kind: 'state', machine: 'ice', to: 'disconnected' },
  { kind: 'state', machine: 'connection', to: 'connected' },
  { kind: 'state', machine: 'connection', to: 'failed' },
  { kind: 'state', machine: 'dtls', to: 'failed' },
  { kind: 'state', machine: 'channel', to: 'closed' },
  { kind: 'channel', event: 'received', label: 'x', text: '{"type":"session.created"}' },
  { kind: 'channel', event: 'close', label: 'x' },
  { kind: 'track', event: 'mute', media: 'audio' },
  { kind: 'statistics', moment: 'failed', pairs: [{ ...pair, requestsSent: 9, responsesReceived: 0 }] },
  {
    kind: 'statistics',
    moment: 'sample',
    pairs: [],
    transport: { dtlsState: 'connecting', packetsReceived: 3 },
    rtp: [{ direction: 'inbound', media: 'audio', packets: 9, bytes: 900, packetsLost: 3 }],
  },
  { kind: 'watch', watch: 'ice-server', subject: turn, silentFor: 3200, foresees: 'turn.udp.dead' },
  { kind: 'watch', watch: 'channel', silentFor: 3000, foresees: 'connection.unexplained' },
  { kind: 'sleep', wallClock: 60_000, monotonic: 100, late: 59_900 },
  {
    kind: 'media',
    device: 'microphone',
    event: 'refused',
    error: { name: 'NotAllowedError', message: 'no' },
  },
  { kind: 'media', device: 'playback', event: 'blocked' },
  { kind: 'connection-failure', failure: { reason: 'timeout', limit: 30_000, waitingFor: 'ice' } },
  {
    kind: 'connection-failure',
    failure: {
      reason: 'sdp',
      operation: 'setRemoteDescription',
      error: { name: 'x', message: 'Invalid SDP' },
    },
  },
  { kind: 'step', step: 'connection', state: 'failed', failedBy: 'e3' },
  { kind: 'run', state: 'connected' },
  { kind: 'run', state: 'failed', by: 'failure' },
];
