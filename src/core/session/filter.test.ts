import { expect, test } from 'vitest';
import { parseFilter } from './filter.ts';
import type { LogEntry, Unlogged } from './log.ts';

const reported: readonly Unlogged[] = [
  {
    kind: 'request',
    step: 'call',
    request: 'r3',
    endpoint: 'calls',
    method: 'POST',
    url: 'https://a.test/v1/realtime/calls',
    headers: {},
    credential: { kind: 'token', name: 'token#1' },
    crossOrigin: true,
    altered: [],
  },
  {
    kind: 'response',
    step: 'call',
    request: 'r3',
    status: 401,
    statusText: 'Unauthorized',
    headers: {},
    body: '',
    bodyBytes: 0,
    headersAfter: 1,
    took: 2,
    correlationExposed: true,
    redirected: false,
  },
  {
    kind: 'rest-error',
    step: 'call',
    request: { id: 'r3', endpoint: 'calls', method: 'POST', url: 'https://a.test/v1/realtime/calls' },
    failure: {
      reason: 'http',
      status: 401,
      reading: {
        format: 'envelope',
        answeredBy: 'orga',
        type: 'invalid_request_error',
        message: 'Invalid ephemeral token',
      },
    },
  },
  {
    kind: 'candidate',
    step: 'offer',
    side: 'local',
    candidate: 'candidate:1 1 udp 2 192.0.2.7 5401 typ host',
  },
  { kind: 'candidate-error', step: 'offer', url: 'stun:a.test', errorCode: 701, errorText: '' },
  { kind: 'state', machine: 'ice', to: 'checking' },
];
const log: readonly LogEntry[] = reported.map((entry, index) => ({
  ...entry,
  id: `e${index}`,
  at: index,
  attempt: 1,
}));

function kinds(text: string): readonly string[] {
  const filter = parseFilter(text);
  return log.filter(filter.matches).map((entry) => entry.kind);
}

test.each([
  ['', ['request', 'response', 'rest-error', 'candidate', 'candidate-error', 'state']],
  ['type:rest', ['request', 'response', 'rest-error']],
  ['TYPE:REST', ['request', 'response', 'rest-error']],
  ['type:ice', ['candidate', 'candidate-error']],
  ['kind:candidate', ['candidate']],
  ['-type:rest -type:ice', ['state']],
  ['level:warn', ['candidate-error']],
  ['level:warn+', ['rest-error', 'candidate-error']],
  ['-level:debug type:ice', ['candidate-error']],
  ['step:call', ['request', 'response', 'rest-error']],
  ['request:r3', ['request', 'response', 'rest-error']],
  ['status:401', ['response', 'rest-error']],
  ['status:4xx', ['response', 'rest-error']],
  ['401', ['response', 'rest-error']],
  ['701', ['candidate-error']],
  ['"401"', ['response', 'rest-error', 'candidate']],
  ['ephemeral', ['rest-error']],
  ['"Invalid Ephemeral"', ['rest-error']],
  ['-"invalid ephemeral" type:rest', ['request', 'response']],
  ['post calls', ['request', 'rest-error']],
  ['"unfinished', []],
  ['-', ['request', 'response', 'rest-error', 'candidate', 'candidate-error', 'state']],
])('%j finds %j', (text, found) => {
  expect(kinds(text)).toEqual(found);
  expect(parseFilter(text).problems).toEqual([]);
});

test.each([
  ['level:loud', 'level:loud is not known. Use debug, info, warn, error or warn+.'],
  ['step:turn', 'step:turn is not known. Use token, ice-config, offer, call or connection.'],
  ['status:9', 'status:9 is not known. Use a status such as 401, or 4xx.'],
  ['colour:red', 'colour: is not a key. Use type, kind, level, step, request or status.'],
  ['level:', 'level: is not known. Use debug, info, warn, error or warn+.'],
  ['request:""', 'request: needs the id of a request, for example request:r1.'],
])('%j is a problem that says what is allowed', (text, problem) => {
  expect(parseFilter(text).problems).toEqual([problem]);
});

test('a type that every object has is unknown, too', () => {
  expect(parseFilter('type:constructor').problems).toHaveLength(1);
});

test('an unknown type names every type', () => {
  const [problem = ''] = parseFilter('type:turn').problems;
  for (const name of [
    'rest',
    'ice',
    'sdp',
    'channel',
    'state',
    'step',
    'note',
    'stats',
    'rest-error',
    'candidate',
  ]) {
    expect(problem).toContain(name);
  }
});

test('what is not understood matches as text', () => {
  expect(kinds('stun:a.test')).toEqual(['candidate-error']);
  expect(kinds('-stun:a.test type:ice')).toEqual(['candidate']);
});
