import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { envelope, logOf, refused } from '../diagnosis/testing/literalLog.ts';
import { createRecording } from './createRecording.ts';

const product = '0.2.0';

test('a recording has the wall clock and browser of its run and the verdict of its log', () => {
  const log = refused(
    'calls',
    401,
    envelope('Ephemeral token expired or already consumed', { code: 'invalid_ephemeral_token' }),
  );
  const recording = createRecording({
    log,
    diagnoses: diagnose(log),
    product,
    id: 'a1',
    scenario: 'call-401',
  });
  expect({ ...recording, log: recording.log.length }).toEqual({
    format: 'webrtc-session-recording',
    version: 1,
    product: '0.2.0',
    source: 'debugger',
    id: 'a1',
    scenario: 'call-401',
    startedAt: 1_762_860_883_000,
    userAgent: 'test',
    log: 5 + 1,
    verdict: {
      code: 'invalid_ephemeral_token',
      variant: 'identifier',
      certainty: 'proved',
      title: 'The service calls the token invalid, and nothing seen here says why',
      step: 'call',
    },
  });
});

test('a healthy run has no verdict, and what was not given is absent', () => {
  const recording = createRecording({ log: logOf('rest'), diagnoses: [], product, id: 'a2' });
  expect(Object.keys(recording).toSorted()).toEqual([
    'format',
    'id',
    'log',
    'product',
    'source',
    'startedAt',
    'userAgent',
    'version',
  ]);
});

test('a log without its beginning has neither wall clock nor browser', () => {
  const recording = createRecording({
    log: [{ id: 'e1', at: 5, attempt: 1, kind: 'run', state: 'stopped' }],
    diagnoses: [],
    product,
    id: 'a3',
    source: 'probe',
    name: 'Monday',
  });
  expect(recording).toMatchObject({ startedAt: 0, userAgent: '', source: 'probe', name: 'Monday' });
});

test('the run’s beginning need not be the first entry', () => {
  const [begin] = logOf('rest');
  const log = [
    { id: 'e9', at: 5, attempt: 1, kind: 'run', state: 'stopped' } as const,
    ...(begin ? [begin] : []),
  ];
  expect(createRecording({ log, diagnoses: [], product, id: 'a4' })).toMatchObject({
    startedAt: 1_762_860_883_000,
    userAgent: 'test',
  });
});
