/** A webrtc-internals dump of about so many characters: connections with a thousand samples each, as many as Chromium keeps. */
export function largeDump(characters: number): string {
  const connections: Record<string, unknown> = {};
  let size = 0;
  for (let number = 1; size < characters; number += 1) {
    const connection = peerConnection(number);
    connections[`1-${number}`] = connection;
    size += JSON.stringify(connection).length;
  }
  return JSON.stringify({
    getUserMedia: [],
    PeerConnections: connections,
    UserAgent: 'Chrome/156.0.0.0',
    timestamp: began + 2_000_000,
  });
}

/** A dump with so many events in one connection. */
export function longDump(events: number): string {
  const updateLog = Array.from({ length: events }, (_, index) => ({
    type: index % 3 === 0 ? 'transceiverModified' : 'onicecandidate',
    value: JSON.stringify({
      sdpMid: '0',
      sdpMLineIndex: 0,
      candidate: `candidate:${index} 1 udp 2122260223 192.0.2.${index % 250} ${1_024 + (index % 60_000)} typ host generation 0`,
    }),
    timestamp: began + index,
  }));
  return JSON.stringify({
    getUserMedia: [],
    PeerConnections: { '1-1': { ...peerConnection(1), updateLog } },
    UserAgent: 'Chrome/156.0.0.0',
    timestamp: began + events,
  });
}

const began = 1_795_383_000_000;
const samples = 1_000;
const sdp =
  'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\na=candidate:1 1 udp 1 192.0.2.7 50009 typ host\r\n';

function peerConnection(number: number) {
  const event = (type: string, value: unknown, at: number) => ({
    type,
    value: JSON.stringify(value),
    timestamp: began + at,
  });
  return {
    pid: 1,
    url: 'https://app.example/',
    rtcConfiguration: '{"iceServers":[{"urls":["stun:stun.example"]}]}',
    updateLog: [
      event('createDataChannel', { label: 'orga-realtime-client-events' }, 0),
      event('setLocalDescription', { type: 'offer', sdp }, 1),
      event('setRemoteDescription', { type: 'answer', sdp }, 400),
      event('oniceconnectionstatechange', 'connected', 600),
      event('onconnectionstatechange', 'connected', 700),
    ],
    stats: Object.fromEntries(
      Array.from({ length: 24 }, (_, index) => index).flatMap((index) => [
        ...columns(`CP${number}_${index}`, 'candidate-pair', {
          state: '"succeeded"',
          localCandidateId: `"L${index}"`,
          remoteCandidateId: `"R${index}"`,
          nominated: String(index === 0),
        }),
        ...columns(`IT${number}A${index}`, 'inbound-rtp', { kind: '"audio"' }),
      ]),
    ),
  };
}

const counters = [
  'bytesSent',
  'bytesReceived',
  'packetsSent',
  'packetsReceived',
  'requestsSent',
  'responsesReceived',
  'currentRoundTripTime',
  'jitter',
  'packetsLost',
  'totalSamplesReceived',
  '[bytesReceived_in_bits/s]',
  'lastPacketReceivedTimestamp',
];

function columns(id: string, statsType: string, constant: Readonly<Record<string, string>>) {
  const column = (name: string, values: string) =>
    [
      `${id}-${name}`,
      {
        startTime: new Date(began).toISOString(),
        endTime: new Date(began + samples * 1_000).toISOString(),
        statsType,
        values: `[${values}]`,
      },
    ] as const;
  const list = (value: (index: number) => string | number) =>
    Array.from({ length: samples }, (_, index) => value(index)).join(',');
  return [
    column(
      'timestamp',
      list((index) => began + index * 1_000),
    ),
    ...counters.map((name, offset) =>
      column(
        name,
        list((index) => index * (offset + 3)),
      ),
    ),
    ...Object.entries(constant).map(([name, value]) =>
      column(
        name,
        list(() => value),
      ),
    ),
  ];
}
