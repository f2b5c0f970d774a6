import { expect, test } from 'vitest';
import type { Endpoint } from '../../session/log.ts';
import { findingsOf, verdictsOf } from './findingsOf.ts';
import { connectionLog, requestLog } from './suspectedLog.ts';

const limit = connectionLog({ reason: 'limit', error: { name: 'UnknownError', message: 'x' } }, 0);
const denied = connectionLog(
  { reason: 'permission', device: 'camera', error: { name: 'NotAllowedError', message: '' } },
  0,
);
const answered = (endpoint: Endpoint, status: number) =>
  requestLog({ endpoint, outcome: { status, body: '' } }, 0);
const names = (found: ReturnType<typeof findingsOf>) =>
  found.map(({ code, variant }) => `${code}/${variant}`);

test('each finding is told once, in the order of the logs', () => {
  expect(names(findingsOf([limit, denied, limit]))).toEqual(['pc.limit/too-many', 'media.denied/user']);
  expect(names(verdictsOf([answered('calls', 500), answered('calls', 502), answered('calls', 500)]))).toEqual(
    ['OrgaAIServerError/500', 'OrgaAIServerError/502'],
  );
  expect(findingsOf([])).toEqual([]);
});

test('what was said of a finding first is kept', () => {
  const calls = answered('calls', 500);
  const iceConfig = answered('ice-config', 500);
  expect(findingsOf([calls, iceConfig])).toEqual(findingsOf([calls]));
  expect(findingsOf([calls])).not.toEqual(findingsOf([iceConfig]));
});

test('there are twelve findings at most', () => {
  const logs = [
    limit,
    denied,
    ...[400, 401, 404, 429].map((status) => answered('session', status)),
    ...[400, 401, 403, 404, 422, 500, 502, 503].map((status) => answered('calls', status)),
  ];
  expect(names(findingsOf(logs))).toHaveLength(12);
  expect(names(findingsOf(logs)).at(-1)).toBe('OrgaAIServerError/500');
});
