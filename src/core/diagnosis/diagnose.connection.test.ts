import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { connectionFailed, ended, type Literal, logOf, verdict } from './testing/literalLog.ts';

const candidate = 'a=candidate:1 1 udp 2122260223 192.0.2.7 50000 typ host\r\n';
const answer = `v=0\r\no=- 1 2 IN IP4 0.0.0.0\r\na=fingerprint:sha-256 AA:BB\r\n${candidate}`;
const waiting = { reason: 'timeout', limit: 30_000, waitingFor: 'ice' } as const;
const failed = { reason: 'ice', iceConnectionState: 'disconnected', connectionState: 'failed' } as const;

function state(machine: 'ice' | 'connection' | 'dtls', to: string, at?: number): Literal {
  return { kind: 'state', step: 'connection', machine, to, ...(at !== undefined && { at }) };
}

function statistics(requestsSent: number, responsesReceived: number, packetsReceived = 0): Literal {
  const pair = { local: 'host', remote: 'host', state: 'in-progress', nominated: false };
  return {
    kind: 'statistics',
    step: 'connection',
    moment: 'failed',
    pairs: [{ ...pair, requestsSent, responsesReceived }],
    transport: { dtlsState: 'new', packetsReceived },
  };
}

function channel(event: 'open' | 'close' | 'error' | 'received', sctpCauseCode?: number): Literal {
  return {
    kind: 'channel',
    step: 'connection',
    event,
    label: 'orga-realtime-client-events',
    ...(sctpCauseCode !== undefined && { error: { name: 'OperationError', message: '', sctpCauseCode } }),
  };
}

test('ICE servers that the constructor refuses come from the reply that handed them out', () => {
  const message = "Failed to construct 'RTCPeerConnection': 'http://foo' is not a valid stun or turn URL.";
  const failure = { reason: 'configuration', error: { name: 'SyntaxError', message } } as const;
  const log = logOf(
    'rest',
    {
      kind: 'ice-servers',
      step: 'ice-config',
      from: 'ice-config',
      servers: [{ urls: ['http://foo'] }],
      leftOut: [],
    },
    { kind: 'connection-failure', step: 'offer', failure },
    ...ended('offer', 'e3'),
  );
  expect(verdict(log)).toEqual({
    is: 'cfg.refused/constructor',
    certainty: 'proved',
    step: 'ice-config',
    evidence: ['e2', 'e3'],
  });
  expect(diagnose(log)[0]?.cause).toContain('“http://foo”');
});

test.each([
  ['{"detail":"x"}', 'JSON'],
  ['<html>', 'a web page'],
  ['not sdp', 'plain text'],
])('the answer %s is no SDP', (text, looksLike) => {
  const error = { name: 'OperationError', message: 'Failed to parse SessionDescription. Expect line: v=' };
  const log = connectionFailed(text, [], { reason: 'sdp', operation: 'setRemoteDescription', error });
  expect(verdict(log)).toEqual({
    is: 'sdp.notsdp/text',
    certainty: 'proved',
    step: 'call',
    evidence: ['e2', 'e3'],
  });
  expect(diagnose(log)[0]?.cause).toContain(looksLike);
});

test('SDP that the browser rejects', () => {
  const error = { name: 'InvalidAccessError', message: 'The order of m-lines in answer does not match.' };
  const log = connectionFailed(answer, [], { reason: 'sdp', operation: 'setRemoteDescription', error });
  expect(verdict(log)).toEqual({
    is: 'sdp.rejected/other',
    certainty: 'proved',
    step: 'call',
    evidence: ['e2', 'e3'],
  });
});

test('checks without any answer prove an unreachable far end', () => {
  const log = connectionFailed(answer, [state('ice', 'checking', 1_000), statistics(6, 0)], failed);
  expect(verdict(log)).toEqual({
    is: 'ice.unreachable/no-answer',
    certainty: 'proved',
    step: 'connection',
    evidence: ['e4', 'e3', 'e5'],
  });
  expect(diagnose(log)[0]?.cause).toContain('6 connection checks');
});

test('checking that ends in failure, without statistics, is likely an unreachable far end', () => {
  const log = connectionFailed(answer, [state('ice', 'checking')], waiting);
  expect(verdict(log)).toMatchObject({ is: 'ice.unreachable/no-answer', certainty: 'likely' });
});

test('an answer without candidates leads nowhere', () => {
  const log = connectionFailed('v=0\r\no=- 1 2 IN IP4 0.0.0.0\r\n', [], waiting);
  expect(verdict(log)).toEqual({
    is: 'ice.nocand/answer',
    certainty: 'proved',
    step: 'call',
    evidence: ['e2', 'e3'],
  });
});

test('packets that arrive though no pair works remain unexplained', () => {
  const log = connectionFailed(answer, [state('ice', 'checking'), statistics(6, 0, 12)], failed);
  expect(verdict(log)).toEqual({
    is: 'connection.unexplained/ice',
    certainty: 'likely',
    step: 'connection',
    evidence: ['e5'],
  });
});

test('DTLS that fails over a working pair is a wrong fingerprint', () => {
  const log = connectionFailed(answer, [state('ice', 'connected'), state('dtls', 'failed')], {
    reason: 'dtls',
    dtlsState: 'failed',
  });
  expect(verdict(log)).toEqual({
    is: 'dtls.fingerprint/mismatch',
    certainty: 'likely',
    step: 'call',
    evidence: ['e3', 'e4', 'e2', 'e5'],
  });
});

test('DTLS that is only waited for remains unexplained', () => {
  const log = connectionFailed(answer, [state('ice', 'connected')], {
    reason: 'timeout',
    limit: 30_000,
    waitingFor: 'dtls',
  });
  expect(verdict(log)?.is).toBe('connection.unexplained/dtls');
});

test('a channel that the far end closes', () => {
  const log = connectionFailed(answer, [channel('open'), channel('error', 12), channel('close')], {
    reason: 'channel',
    event: 'error',
    error: { name: 'OperationError', message: 'User-Initiated Abort', sctpCauseCode: 12 },
  });
  expect(verdict(log)).toEqual({
    is: 'dc.remote-close/closed',
    certainty: 'proved',
    step: 'connection',
    evidence: ['e3', 'e4', 'e6'],
  });
});

test('a session that connected and was then closed has the same verdict', () => {
  const failure = { reason: 'channel', event: 'close' } as const;
  const log = logOf(
    'rest',
    channel('open'),
    { kind: 'run', state: 'connected' },
    channel('close'),
    { kind: 'connection-failure', step: 'connection', failure },
    ...ended('connection', 'e5'),
  );
  expect(verdict(log)).toEqual({
    is: 'dc.remote-close/closed',
    certainty: 'likely',
    step: 'connection',
    evidence: ['e2', 'e4', 'e5'],
  });
});

test('a channel that never opened remains unexplained', () => {
  const log = connectionFailed(answer, [state('ice', 'connected')], { reason: 'channel', event: 'close' });
  expect(verdict(log)?.is).toBe('connection.unexplained/channel');
});

test('an open channel without session.created', () => {
  const log = connectionFailed(answer, [state('ice', 'connected'), channel('open')], {
    reason: 'timeout',
    limit: 30_000,
    waitingFor: 'session.created',
  });
  expect(verdict(log)).toEqual({
    is: 'app.no-session/silent',
    certainty: 'proved',
    step: 'connection',
    evidence: ['e4', 'e5'],
  });
  expect(diagnose(log)[0]?.cause).toContain('no message at all');
});

test('a browser without WebRTC', () => {
  const failure = { reason: 'unsupported', missing: 'RTCPeerConnection' } as const;
  const log = logOf('rest', { kind: 'connection-failure', step: 'offer', failure }, ...ended('offer', 'e2'));
  expect(verdict(log)).toEqual({
    is: 'browser.no-webrtc/absent',
    certainty: 'proved',
    step: 'offer',
    evidence: ['e2'],
  });
});
