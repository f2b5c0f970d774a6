import { expect, test } from 'vitest';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { LogEntry } from './log.ts';
import { toReport } from './report.ts';
import type { SessionSummary } from './summary.ts';

const idle: SessionSummary = {
  run: 1,
  target: 'simulated',
  route: 'rest',
  outcome: 'idle',
  attempts: 1,
  steps: [],
};
const refused = {
  code: 'turn.auth',
  variant: 'refused',
  certainty: 'proved',
  actor: 'orga',
  title: 'Refused',
  cause: 'Wrong password.',
  remedy: 'Ask anew.',
  causedBy: { step: 'connection', entry: 'e3' },
  evidence: [{ entry: 'e3', fact: '401' }],
  ruledOut: [{ code: 'turn.quota', variant: 'reached', title: 'Quota', because: 'the error is not 486' }],
} as unknown as Diagnosis;
const busy = { ...refused, code: 'media.busy' };

test('what is absent is left out', () => {
  const parts = { log: [], summary: idle, diagnoses: [], advice: [], scenario: undefined };
  expect(toReport(parts)).toStrictEqual({
    run: 1,
    target: 'simulated',
    route: 'rest',
    outcome: 'idle',
    attempts: 1,
    otherDiagnoses: [],
    advice: [],
    steps: [],
    log: [],
  });
});

test('what is there is told: the first diagnosis as the verdict, with its evidence as ids', () => {
  const failure = { reason: 'timeout' } as unknown as NonNullable<SessionSummary['steps'][number]['failure']>;
  const summary: SessionSummary = {
    ...idle,
    outcome: 'failed',
    endedBy: 'failure',
    connectedAt: 7,
    failedStep: 'connection',
    steps: [
      { step: 'call', state: 'done', startedAt: 2, took: 3, failedBy: 'e9', status: 200 },
      { step: 'connection', state: 'failed', failure },
    ],
  };
  const report = toReport({
    log: [],
    summary,
    diagnoses: [refused, busy],
    advice: [busy],
    scenario: 'turn.auth',
  });
  expect(report).toMatchObject({
    scenario: 'turn.auth',
    outcome: 'failed',
    endedBy: 'failure',
    connectedAt: 7,
    failedStep: 'connection',
  });
  expect(report.diagnosis).toStrictEqual({
    code: 'turn.auth',
    variant: 'refused',
    certainty: 'proved',
    actor: 'orga',
    title: 'Refused',
    cause: 'Wrong password.',
    remedy: 'Ask anew.',
    causedBy: { step: 'connection', entry: 'e3' },
    evidence: ['e3'],
    ruledOut: [{ code: 'turn.quota', variant: 'reached', because: 'the error is not 486' }],
  });
  expect([report.otherDiagnoses.map(({ code }) => code), report.advice.map(({ code }) => code)]).toEqual([
    ['media.busy'],
    ['media.busy'],
  ]);
  expect(report.steps).toStrictEqual([
    { step: 'call', state: 'done', startedAt: 2, took: 3 },
    { step: 'connection', state: 'failed', failure },
  ]);
});

test('an entry has its level and its line', () => {
  const entry: LogEntry = {
    id: 'e1',
    at: 5,
    attempt: 1,
    kind: 'note',
    topic: 'local-access',
    permission: 'prompt',
  };
  const { log } = toReport({ log: [entry], summary: idle, diagnoses: [], advice: [], scenario: undefined });
  expect(log).toMatchObject([{ id: 'e1', summary: 'Local network access of this page: prompt' }]);
  expect(['debug', 'info', 'warn', 'error']).toContain(log[0]?.level);
});
