import { expect, test } from 'vitest';
import type { SessionStep } from '../core/session/step.ts';
import { createPauseGate } from './PauseGate.ts';

function gateUntil(until: SessionStep | undefined) {
  const abort = new AbortController();
  const events: string[] = [];
  const gate = createPauseGate({
    until,
    signal: abort.signal,
    onPause: (step) => events.push(`paused before ${step}`),
    onContinue: (step) => events.push(`continued with ${step}`),
  });
  return { gate, abort, events };
}

test('steps up to the named one begin at once', async () => {
  const { gate, events } = gateUntil('ice-config');
  await gate.mayBegin('token');
  await gate.mayBegin('ice-config');
  expect(events).toEqual([]);
});

test('the next step waits until it is released', async () => {
  const { gate, events } = gateUntil('token');
  const waiting = gate.mayBegin('ice-config');
  expect(gate.waiting).toBe('ice-config');
  gate.release('ice-config');
  await waiting;
  expect(gate.waiting).toBeUndefined();
  expect(events).toEqual(['paused before ice-config', 'continued with ice-config']);
});

test('a release up to an earlier step keeps it waiting', () => {
  const { gate } = gateUntil('token');
  void gate.mayBegin('call');
  gate.release('offer');
  expect(gate.waiting).toBe('call');
});

test('a stop rejects what waits, and what would begin afterwards', async () => {
  const { gate, abort } = gateUntil('token');
  const waiting = gate.mayBegin('call');
  abort.abort();
  await expect(waiting).rejects.toThrow();
  await expect(gate.mayBegin('call')).rejects.toThrow();
  expect(gate.waiting).toBeUndefined();
});

test('a run that is held waits before its first step', async () => {
  const events: string[] = [];
  const gate = createPauseGate({
    until: undefined,
    hold: true,
    signal: new AbortController().signal,
    onPause: (step) => events.push(`paused before ${step}`),
    onContinue: (step) => events.push(`continued with ${step}`),
  });
  const first = gate.mayBegin('token');
  expect(gate.waiting).toBe('token');
  gate.release('token');
  await first;
  expect(events).toEqual(['paused before token', 'continued with token']);
});
