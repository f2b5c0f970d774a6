import { expect, test, vi } from 'vitest';
import { outcomeOf, pause, waitUntil } from './waitUntil.ts';

const never = new AbortController().signal;

test('a wait ends with what it was done with, and undoes its listeners once', async () => {
  const undo = vi.fn();
  const end = await waitUntil<string>(
    (done) => {
      setTimeout(() => done('there'), 1);
      return undo;
    },
    { signal: never, limit: 1000 },
  );
  expect(end).toBe('there');
  expect(undo).toHaveBeenCalledTimes(1);
});

test('a wait that is done before it began undoes its listeners too', async () => {
  const undo = vi.fn();
  const end = await waitUntil<string>(
    (done) => {
      done('at once');
      return undo;
    },
    { signal: never },
  );
  expect(end).toBe('at once');
  expect(undo).toHaveBeenCalledTimes(1);
});

test('a wait ends at its limit', async () => {
  const undo = vi.fn();
  expect(await waitUntil(() => undo, { signal: never, limit: 1 })).toBe('limit');
  expect(undo).toHaveBeenCalledTimes(1);
});

test('a wait rejects with the reason of its signal', async () => {
  const abort = new AbortController();
  const undo = vi.fn();
  const waiting = waitUntil(() => undo, { signal: abort.signal });
  abort.abort(new Error('stopped'));
  await expect(waiting).rejects.toThrow('stopped');
  expect(undo).toHaveBeenCalledTimes(1);
});

test('a wait under an aborted signal does not begin', async () => {
  const begin = vi.fn();
  await expect(waitUntil(begin, { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow(
    'stopped',
  );
  expect(begin).not.toHaveBeenCalled();
});

test('a rejection comes back as data', async () => {
  const error = new Error('no');
  expect(await outcomeOf(Promise.reject(error), { signal: never })).toEqual({ ok: false, error });
});

test('a pause of no length still notices that the run was stopped', async () => {
  await expect(pause(0, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
});
