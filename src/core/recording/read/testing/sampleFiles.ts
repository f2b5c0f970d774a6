import { encodeBase64, utf8Bytes } from '../../../base64.ts';

const base64 = (value: unknown) =>
  encodeBase64(utf8Bytes(JSON.stringify(value)))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
const began = 1_795_383_000_000;
const token = `${base64({ alg: 'HS256', typ: 'JWT' })}.${base64({ iat: began / 1000, exp: began / 1000 + 60 })}.c2lnbmF0dXJlLW9mLWEtdG9rZW4`;
const sdp =
  'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\na=ice-ufrag:abcd\r\na=ice-pwd:hunter2secrethunter2secret\r\na=setup:active\r\na=candidate:1 1 udp 1 192.0.2.7 50009 typ host\r\n';

function exchange(path: string, at: number, bearer: string, status: number, reply: unknown) {
  return {
    startedDateTime: new Date(began + at).toISOString(),
    time: 50,
    request: {
      method: 'POST',
      url: `https://api.orga-ai.com/v1/realtime/${path}`,
      headers: [{ name: 'Authorization', value: `Bearer ${bearer}` }],
      postData: { mimeType: 'application/json', text: JSON.stringify({ offer: { type: 'offer', sdp } }) },
    },
    response: {
      status,
      statusText: '',
      headers: [{ name: 'content-type', value: 'application/json' }],
      content: { size: 10, mimeType: 'application/json', text: JSON.stringify(reply) },
      redirectURL: '',
    },
    timings: { send: 0, wait: 40, receive: 10 },
  };
}

const refused = {
  error: {
    message: 'Incorrect or inactive ephemeral token provided.',
    type: 'invalid_request_error',
    param: null,
    code: null,
  },
};
const servers = [{ urls: 'turn:turn.example', username: '1795400000:a', credential: 'hunter2secret' }];

const entries = [
  { id: 'e1', at: 0, attempt: 1, kind: 'run', state: 'continued' },
  { id: 'e2', at: 1, attempt: 1, kind: 'step', step: 'connection', state: 'running' },
  {
    id: 'e3',
    at: 2,
    attempt: 1,
    kind: 'description',
    step: 'connection',
    side: 'remote',
    type: 'answer',
    sdp,
  },
  {
    id: 'e4',
    at: 9,
    attempt: 1,
    kind: 'connection-failure',
    step: 'connection',
    failure: { reason: 'ice', iceConnectionState: 'failed', connectionState: 'failed' },
  },
  { id: 'e5', at: 9, attempt: 1, kind: 'step', step: 'connection', state: 'failed', failedBy: 'e4' },
];

/** One small file of each format, with made-up secrets where real ones stand. */
export const sampleFiles = {
  har: JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'x', version: '1' },
      entries: [
        exchange('client-secrets', 0, 'sk_orga_ai_0123456789abcdefghij', 200, {
          ephemeral_token: token,
          expires_at: '2026-11-22T12:10:00',
        }),
        exchange('ice-config', 100, token, 200, { iceServers: servers }),
        exchange('calls', 200, token, 401, refused),
      ],
    },
  }),
  rtcstats: `RTCStatsDump\n${[
    { fileFormat: 3, userAgent: 'Chrome/156' },
    [39, 'PC_0', { iceServers: servers }, began],
    [3, 'PC_0', { type: 'offer', sdp }, '2-0', 10],
    [6, 'PC_0', { type: 'offer', sdp: 'v=\r\nm=\r\n' }, '6-0', 0],
    [8, 'PC_0', { type: 'answer', sdp }, '8-0', 100],
    ['g', 'PC_0', { 0: { type: 6, 118: 'in-progress', 148: '1', 156: 4 }, 1: { type: 7, 136: 'host' } }, 100],
    [25, 'PC_0', 'failed', 0],
  ]
    .map((line) => JSON.stringify(line))
    .join('\n')}\n`,
  internalsSecret: JSON.stringify({
    PeerConnections: {
      '1-1': {
        rtcConfiguration: JSON.stringify({ iceServers: servers }),
        updateLog: [
          { type: 'setLocalDescription', value: JSON.stringify({ type: 'offer', sdp }), timestamp: began },
          { type: 'onconnectionstatechange', value: '"failed"', timestamp: began + 9 },
        ],
        stats: {},
      },
    },
  }),
  recording: JSON.stringify({
    format: 'webrtc-session-recording',
    version: 1,
    product: '1',
    source: 'debugger',
    id: 'r',
    startedAt: began,
    userAgent: '',
    log: entries,
  }),
  ndjson: entries.map((entry) => JSON.stringify(entry)).join('\n'),
  sdp,
} as const;
