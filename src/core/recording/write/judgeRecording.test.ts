import { expect, test } from 'vitest';
import { description, goodAnswer, goodOffer } from '../../diagnosis/testing/literalConnection.ts';
import { type Literal, request, response } from '../../diagnosis/testing/literalLog.ts';
import type { Recording } from '../recording.ts';
import { judgeRecording, stepLine } from './judgeRecording.ts';
import { recorded, recordingOf, refusedCall } from './testing/literalRecording.ts';

function titleOf(...entries: readonly Literal[]): string {
  return judgeRecording(recorded(...entries)).title;
}

test('without a verdict the title says what came of the run', () => {
  expect(titleOf({ kind: 'run', state: 'connected' })).toBe('The session connected');
  expect(titleOf({ kind: 'run', state: 'stopped', by: 'user' })).toBe('The session was stopped');
  expect(titleOf({ kind: 'run', state: 'stopped', by: 'new-run' })).toBe(
    'The session was stopped by a new run',
  );
  expect(titleOf()).toBe('The session was not over when it was saved');
  expect(titleOf({ kind: 'run', state: 'paused' })).toBe('The session was not over when it was saved');
  expect(judgeRecording(recordingOf([])).title).toBe('A recorded session');
});

test('a verdict has its own title, and the exchange that it is about', () => {
  const { log } = refusedCall();
  const later: Literal[] = [request('ice-config', { request: 'r2' }), response(200, { request: 'r2' })];
  const judged = judgeRecording(recordingOf([...log, ...recorded(...later).log.slice(1)]));
  expect(judged.verdict?.code).toBe('invalid_ephemeral_token');
  expect(judged.title).toBe('The service refused the token, and nothing seen here explains it');
  expect(judged.exchanges.map((each) => each.request.endpoint)).toEqual(['calls', 'ice-config']);
  expect(judged.failed?.request.endpoint).toBe('calls');
  expect(judgeRecording(recorded(...later)).failed).toBeUndefined();
});

test('offer and answer are those of the last attempt', () => {
  const again: Literal = { kind: 'attempt', number: 2, from: 'token', why: 'retry', delay: 0 };
  const [offer, answer] = [description('local', goodOffer), description('remote', goodAnswer)];
  const told = (...entries: readonly Literal[]) => {
    const judged = judgeRecording(recorded(...entries));
    return [judged.offer, judged.answer];
  };
  expect(told(offer, answer)).toEqual([goodOffer, goodAnswer]);
  expect(told(answer)).toEqual([undefined, goodAnswer]);
  expect(told(offer, answer, again)).toEqual([undefined, undefined]);
  expect(judgeRecording(recordingOf([])).offer).toBeUndefined();
});

test('where this side answered, its description stands on its own side', () => {
  const judged = judgeRecording(
    recorded(
      description('remote', goodOffer, 'offer'),
      description('local', 'v=0 first', 'answer'),
      description('local', goodAnswer, 'answer'),
      { kind: 'run', state: 'connected' },
    ),
  );
  expect([judged.offer, judged.answer]).toEqual([goodAnswer, goodOffer]);
});

test('a step is a line with its state, its time and its status', () => {
  expect(stepLine({ step: 'ice-config', state: 'waiting' })).toBe('ICE config: waiting');
  expect(stepLine({ step: 'call', state: 'failed', took: 31, status: 401 })).toBe(
    'Call: failed after 31 ms, status 401',
  );
});

test('what was recorded as the verdict is told where it is another one today', () => {
  const before = (code: string, variant?: string) => {
    const verdict = { code, certainty: 'likely', title: 'Old', ...(variant !== undefined && { variant }) };
    return judgeRecording({ ...refusedCall(), verdict } as Recording).before;
  };
  expect(before('invalid_ephemeral_token', 'unexplained')).toBeUndefined();
  expect(before('invalid_ephemeral_token', 'used')).toMatchObject({ variant: 'used' });
  expect(before('invalid_ephemeral_token')).toMatchObject({ title: 'Old' });
  expect(before('status.unlisted', 'unexplained')).toMatchObject({ code: 'status.unlisted' });
  expect(judgeRecording(refusedCall()).before).toBeUndefined();
  expect(judgeRecording(recordingOf([])).before).toBeUndefined();
});
