import { expect, test } from 'vitest';
import { type Criterion, numberAt, parseFilter } from './filter.ts';
import type { LogEntry, Unlogged } from './log.ts';

test.each([
  ['ephemeral', { by: 'text', text: 'ephemeral' }],
  ['"Invalid  Ephemeral\tToken"', { by: 'text', text: 'invalid ephemeral token' }],
  ['say"x', { by: 'text', text: 'say"x' }],
  ['401', { by: 'number', digits: '401' }],
  ['"401"', { by: 'text', text: '401' }],
  ['a401', { by: 'text', text: 'a401' }],
  ['401a', { by: 'text', text: '401a' }],
  ['STUN:A.test', { by: 'text', text: 'stun:a.test' }],
  ['stun:"a b"', { by: 'text', text: 'stun:a b' }],
  ['status:401', { by: 'status', from: 401, to: 401 }],
  ['status:4XX', { by: 'status', from: 400, to: 499 }],
  ['status:1401', { by: 'text', text: 'status:1401' }],
  ['status:4011', { by: 'text', text: 'status:4011' }],
  ['status:14xx', { by: 'text', text: 'status:14xx' }],
  ['status:4xxx', { by: 'text', text: 'status:4xxx' }],
  ['level:wa+rn', { by: 'text', text: 'level:wa+rn' }],
  ['level:error+', { by: 'level', levels: new Set(['error']) }],
  ['step:CALL', { by: 'step', step: 'call' }],
  ['request:r3', { by: 'request', request: 'r3' }],
] satisfies [string, Criterion][])('%s asks for one thing', (text, criterion) => {
  expect(parseFilter(text).terms).toEqual([{ criterion, negated: false }]);
  expect(parseFilter(`-${text}`).terms).toEqual([{ criterion, negated: true }]);
});

test.each(['', '-', '""', '-""', 'level:'])('%j asks for nothing', (text) => {
  expect(parseFilter(text).terms).toEqual([]);
});

function finds(text: string, entry: Unlogged): boolean {
  const logged: LogEntry = { ...entry, id: 'e1', at: 0, attempt: 1 };
  return parseFilter(text).matches(logged);
}

const failed = (status: number, url = 'https://a.test/'): Unlogged => ({
  kind: 'rest-error',
  request: { id: 'r1', endpoint: 'calls', method: 'POST', url },
  failure: { reason: 'http', status, reading: { format: 'empty', answeredBy: 'unknown' } },
});

test('a status is in its range, the limits included', () => {
  const found = (text: string) => [399, 400, 401, 499, 500].filter((status) => finds(text, failed(status)));
  expect(found('status:4xx')).toEqual([400, 401, 499]);
  expect(found('status:400')).toEqual([400]);
});

test('a status is found by its number, also where an address leaves no room for it in the line', () => {
  expect(finds('401', failed(401, `https://a.test/${'x'.repeat(2000)}`))).toBe(true);
  expect(finds('402', failed(401))).toBe(false);
});

test('a number is found where it begins the line', () => {
  const servers: Unlogged = { kind: 'ice-servers', from: 'ice-config', servers: [{ urls: [] }], leftOut: [] };
  expect(finds('1', servers)).toBe(true);
  expect(finds('2', servers)).toBe(false);
});

test.each([
  ['401', '40', 0, -1],
  ['140', '40', 0, -1],
  ['401 40', '40', 0, 4],
  ['40', '40', 0, 0],
  ['4 4', '4', 1, 2],
  ['10 01 19 91', '1', 0, -1],
  ['/1:', '1', 0, 1],
])('in %j the number %s, looked for from %d on, stands at %d', (text, digits, from, at) => {
  expect(numberAt(text, digits, from)).toBe(at);
});
