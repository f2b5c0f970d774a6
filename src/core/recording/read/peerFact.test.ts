import { expect, test } from 'vitest';
import { readPeerEvent, valueOf } from './peerFact.ts';

const sdp = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=Smith, room: 5\r\n';
const refusal = { name: 'OperationError', message: 'Failed to parse.\nLine 3' };

test('states come from events of every tool and version', () => {
  for (const [name, value, machine, to] of [
    ['signalingstatechange', '"have-local-offer"', 'signaling', 'have-local-offer'],
    ['onsignalingstatechange', 'stable', 'signaling', 'stable'],
    ['signalingStateChange', 'SignalingStateStable', 'signaling', 'stable'],
    ['onicegatheringstatechange', '"complete"', 'gathering', 'complete'],
    ['iceGatheringStateChange', 'ICEGatheringStateComplete', 'gathering', 'complete'],
    ['oniceconnectionstatechange', '"checking"', 'ice', 'checking'],
    ['iceConnectionStateChange', 'ICEConnectionStateChecking', 'ice', 'checking'],
    ['onconnectionstatechange', '"connecting"', 'connection', 'connecting'],
    ['connectionstatechange', 'x'.repeat(41), 'connection', 'x'.repeat(40)],
  ] as const) {
    expect(readPeerEvent({ name, value }), name).toEqual({ what: 'state', machine, to });
  }
});

test('descriptions come from internals as JSON or as text, from rtcstats as objects', () => {
  for (const value of [
    JSON.stringify({ type: 'offer', sdp }),
    `type: offer, sdp: ${sdp}`,
    { type: 'offer', sdp },
  ]) {
    expect(readPeerEvent({ name: 'setLocalDescription', value })).toEqual({
      what: 'described',
      side: 'local',
      type: 'offer',
      sdp,
    });
  }
  const value = { type: 'answer', sdp };
  expect(readPeerEvent({ name: 'setRemoteDescription', value })).toEqual({
    what: 'described',
    side: 'remote',
    type: 'answer',
    sdp,
  });
  expect(readPeerEvent({ name: 'createOfferOnSuccess', value: { type: 'offer', sdp } })).toEqual({
    what: 'created',
    side: 'local',
    type: 'offer',
    sdp,
  });
});

test('refused operations are told with their error', () => {
  for (const [name, operation] of [
    ['createOfferOnFailure', 'createOffer'],
    ['setLocalDescriptionOnFailure', 'setLocalDescription'],
    ['setRemoteDescriptionFailed', 'setRemoteDescription'],
  ] as const) {
    expect(readPeerEvent({ name, value: 'OperationError: Failed to parse.\nLine 3' })).toEqual({
      what: 'refused',
      operation,
      error: refusal,
    });
  }
});

test('an error is taken apart, however it was written', () => {
  for (const [value, error] of [
    ['OperationError: Failed to parse.\nLine 3', refusal],
    ['DOMException: OperationError: Failed to parse.\nLine 3', refusal],
    ['"OperationError: Failed to parse.\\nLine 3"', refusal],
    [{ message: 'OperationError: Failed to parse.\nLine 3' }, refusal],
    [refusal, refusal],
    ['no end of line', { name: 'Error', message: 'no end of line' }],
    ['OperationError: at "x"', { name: 'OperationError', message: 'at "x"' }],
    ['see MyError: x', { name: 'Error', message: 'see MyError: x' }],
    ['"no end of text', { name: 'Error', message: '"no end of text' }],
    [{ name: 'TypeError' }, { name: 'TypeError', message: '' }],
    [undefined, { name: 'Error', message: '' }],
  ] as const) {
    expect(readPeerEvent({ name: 'addIceCandidateOnFailure', value })).toEqual({
      what: 'candidate-refused',
      error,
    });
  }
});

const host = 'candidate:1 1 udp 1 192.0.2.9 5 typ host';
const relay = 'candidate:1 1 udp 1 192.0.2.9 5 typ relay raddr 0.0.0.0 rport 0';
const turn = 'turn:turn.example:3478?transport=tcp';

test('a candidate is told with what is known of it', () => {
  for (const [_, name, value, candidate] of [
    ['the init alone', 'onicecandidate', { candidate: host }, { side: 'local', candidate: host }],
    [
      'its JSON',
      'icecandidate',
      JSON.stringify({ candidate: host, sdpMid: '0' }),
      { side: 'local', candidate: host, mid: '0' },
    ],
    [
      'a list of arguments',
      'addIceCandidate',
      [{ candidate: host, sdpMid: '1' }],
      { side: 'remote', candidate: host, mid: '1' },
    ],
    [
      'the end of candidates',
      'addIceCandidate',
      { candidate: '', sdpMid: '0' },
      { side: 'remote', candidate: '', mid: '0' },
    ],
    ['no URL', 'icecandidate', { candidate: relay, url: '' }, { side: 'local', candidate: relay }],
    [
      'the server',
      'icecandidate',
      { candidate: relay, url: turn },
      { side: 'local', candidate: relay, url: turn, relayProtocol: 'tcp' },
    ],
    [
      'a further parameter',
      'icecandidate',
      { candidate: relay, url: 'turn:t?a=b&transport=tls' },
      { side: 'local', candidate: relay, url: 'turn:t?a=b&transport=tls', relayProtocol: 'tls' },
    ],
    [
      'the protocol to the server',
      'icecandidate',
      { candidate: relay, url: turn, relayProtocol: 'udp' },
      { side: 'local', candidate: relay, url: turn, relayProtocol: 'udp' },
    ],
    [
      'a server that does not relay',
      'icecandidate',
      { candidate: host, url: turn },
      { side: 'local', candidate: host, url: turn },
    ],
    [
      'a server without a protocol',
      'icecandidate',
      { candidate: relay, url: 'turn:t' },
      { side: 'local', candidate: relay, url: 'turn:t' },
    ],
  ] as const) {
    expect(readPeerEvent({ name, value }), name).toEqual({ what: 'candidate', candidate });
  }
});

test('a candidate error has the names of Chromium or those of the specification', () => {
  const url = 'stun:stun.example:3478';
  const written = 'url: stun:stun.example:3478, error_text: Timed out, no answer, error_code: 701';
  expect(readPeerEvent({ name: 'icecandidateerror', value: written })).toEqual({
    what: 'candidate-error',
    error: { url, errorCode: 701, errorText: 'Timed out, no answer' },
  });
  const value = {
    url,
    errorCode: 401,
    errorText: 'Unauthorized',
    address: '192.0.2.x',
    port: 7,
    hostCandidate: 'x',
  };
  expect(readPeerEvent({ name: 'onicecandidateerror', value })).toEqual({
    what: 'candidate-error',
    error: { url, errorCode: 401, errorText: 'Unauthorized', address: '192.0.2.x', port: 7 },
  });
  expect(readPeerEvent({ name: 'onicecandidateerror', value: { url, errorCode: 300 } })).toEqual({
    what: 'candidate-error',
    error: { url, errorCode: 300, errorText: '' },
  });
});

test('tracks, channels, configurations and ends are told', () => {
  for (const [name, value, fact] of [
    ['ontrack', ['audio', 'stream'], { what: 'track', media: 'audio' }],
    ['track', '{"kind":"video"}', { what: 'track', media: 'video' }],
    ['createDataChannel', ['events', { ordered: true }], { what: 'channel', label: 'events' }],
    ['ondatachannel', [3, 'events'], { what: 'channel', label: 'events' }],
    ['datachannel', 'label: events, ordered: true', { what: 'channel', label: 'events' }],
    ['create', { iceServers: [] }, { what: 'configured', configuration: { iceServers: [] } }],
    ['setConfiguration', '{"iceServers":[]}', { what: 'configured', configuration: { iceServers: [] } }],
    ['close', '', { what: 'closed' }],
    ['stop', undefined, { what: 'closed' }],
  ] as const) {
    expect(readPeerEvent({ name, value }), name).toEqual(fact);
  }
});

test('other events, and those that are damaged, say nothing', () => {
  for (const [name, value] of [
    ['onconnectionstatechange', '""'],
    ['onconnectionstatechange', 7],
    ['constructor', '"failed"'],
    ['constructor', { type: 'offer', sdp }],
    ['createOffer', 'offerToReceiveAudio: 1'],
    ['setLocalDescription', { type: 'offer' }],
    ['setLocalDescription', { type: 'offer', sdp: '' }],
    ['setLocalDescription', { sdp }],
    ['my.setLocalDescription', { type: 'offer', sdp }],
    ['setLocalDescription.my', { type: 'offer', sdp }],
    ['addIceCandidateOnSuccess', { candidate: host }],
    ['onicecandidate', { candidate: '' }],
    ['onicecandidate', null],
    ['onicecandidateerror', { url: 'stun:stun.example' }],
    ['onicecandidateerror', { errorCode: 701 }],
    ['ontrack', { kind: 'text' }],
    ['ontrack', ['application']],
    ['createDataChannel', [7]],
    ['createDataChannel', { label: 7 }],
    ['getStats', {}],
    ['on', ''],
  ] as const) {
    expect(readPeerEvent({ name, value }), name).toBeUndefined();
  }
});

test('a value is read as what was written into its text', () => {
  for (const [value, read] of [
    [7, 7],
    ['{"a":1}', { a: 1 }],
    [' [1] ', [1]],
    ['"x"', 'x'],
    ['{broken', '{broken'],
    ['say {"a":1}', 'say {"a":1}'],
    ['plain words', 'plain words'],
    [' kind: audio', { kind: 'audio' }],
    ['text: a, b, code: 4', { text: 'a, b', code: '4' }],
    ['at: 1, type: offer, sdp: x', { at: '1', type: 'offer', sdp: 'x' }],
    ['see kind: audio', 'see kind: audio'],
    ['ids: {x}', { ids: '{x}' }],
  ] as const) {
    expect(valueOf(value)).toEqual(read);
  }
});

test('of a long text the beginning is read', () => {
  expect(valueOf(`long: ${'x'.repeat(30_000)}`)).toEqual({ long: 'x'.repeat(19_994) });
});
