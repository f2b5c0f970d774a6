import { expect, test } from 'vitest';
import {
  ended,
  type Literal,
  logOf,
  request,
  response,
  restError,
} from '../../diagnosis/testing/literalLog.ts';
import type { SessionStep, StepState } from '../../session/step.ts';
import { summarise } from '../../session/summarise.ts';
import { compareSteps } from './compareSteps.ts';

function compared(left: readonly Literal[], right: readonly Literal[]) {
  const logs = { left: logOf('rest', ...left), right: logOf('rest', ...right) };
  return compareSteps(logs, { left: summarise(logs.left), right: summarise(logs.right) });
}

const step = (name: SessionStep, state: StepState, took?: number): Literal => ({
  kind: 'step',
  step: name,
  state,
  ...(took !== undefined && { took }),
});
const unanswered = restError('client-secrets', { reason: 'timeout', limit: 10_000, phase: 'headers' });

test('a step is told with state, status, time, failure, and the entry that shows most of it', () => {
  const good = [
    step('token', 'running'),
    request('client-secrets'),
    response(200, { step: 'token' }),
    step('token', 'done', 80),
  ];
  const bad = [step('token', 'running'), request('client-secrets'), unanswered, ...ended('token', 'e4')];
  const [token, iceConfig] = compared(good, bad);
  expect(token).toEqual({
    step: 'token',
    state: { left: 'done', right: 'failed' },
    status: { left: 200, right: undefined },
    took: { left: 80, right: undefined },
    ratio: undefined,
    slower: false,
    failure: { left: undefined, right: 'failed: no response within 10 s' },
    entries: { left: 'e4', right: 'e4' },
    differs: true,
  });
  expect(iceConfig).toEqual({
    step: 'ice-config',
    state: { left: 'waiting', right: 'waiting' },
    status: { left: undefined, right: undefined },
    took: { left: undefined, right: undefined },
    ratio: undefined,
    slower: false,
    failure: { left: undefined, right: undefined },
    entries: { left: undefined, right: undefined },
    differs: false,
  });
});

test('the entry is the request, or the one with which the step began, where no better one is known', () => {
  const asked = [step('token', 'running'), request('client-secrets')];
  const begun = [
    step('token', 'running'),
    step('token', 'running'),
    { kind: 'run', state: 'paused' } as const,
  ];
  expect(compared(asked, begun)[0]?.entries).toEqual({ left: 'e3', right: 'e2' });
});

test('a step that failed for a reason that is not in the log just failed', () => {
  const failed = [
    { ...unanswered, kind: 'note', topic: 'simulation-restarted' } as const,
    ...ended('token', 'e99'),
  ];
  expect(compared(failed, [])[0]?.failure).toEqual({ left: 'failed', right: undefined });
});

test('a failure that the step got over is none', () => {
  const again = [unanswered, ...ended('token', 'e2'), step('token', 'done')];
  expect(compared(again, [])[0]?.failure).toEqual({ left: undefined, right: undefined });
});

test.each<[number, number, number | undefined, boolean]>([
  [250, 500, 2, true],
  [500, 250, 2, true],
  [249, 498, 2, false],
  [251, 501, 501 / 251, false],
  [100, 200, 2, false],
  [1, 1000, 1000, true],
  [0.9, 1000, undefined, false],
])('%d ms beside %d ms is %d times as long: slower is %s', (left, right, ratio, slower) => {
  const [token] = compared([step('token', 'done', left)], [step('token', 'done', right)]);
  expect(token).toMatchObject({ took: { left, right }, slower, differs: slower });
  expect(token?.ratio).toBe(ratio);
});

test.each<[string, readonly Literal[], readonly Literal[]]>([
  ['state', [step('call', 'done')], [step('call', 'running')]],
  ['status', [response(200, { step: 'call' })], [response(201, { step: 'call' })]],
  [
    'failure',
    [restError('calls', { reason: 'timeout', limit: 1_000, phase: 'headers' }), ...ended('call', 'e2')],
    [restError('calls', { reason: 'timeout', limit: 1_000, phase: 'body' }), ...ended('call', 'e2')],
  ],
])('steps that differ in nothing but %s differ', (_, left, right) => {
  expect(compared(left, right).map(({ differs }) => differs)).toEqual([false, false, false, true, false]);
  expect(compared(left, left).some(({ differs }) => differs)).toBe(false);
});
