import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { soon } from './recordingSchedule.ts';

let ran: number[];
let began: number;

beforeEach(() => {
  vi.useFakeTimers();
  ran = [];
  began = Date.now();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const task = () => void ran.push(Date.now() - began);

/** A page that is busy without end: idle callbacks come at their timeout only. */
function busyPage() {
  vi.stubGlobal('requestIdleCallback', (work: () => void, { timeout }: { timeout: number }) =>
    setTimeout(work, timeout),
  );
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
}

test('what was logged is handed to storage within a second, however busy the page is', () => {
  busyPage();
  soon(task, false);
  vi.advanceTimersByTime(999);
  expect(ran).toEqual([700]);
});

test('how a run ended is handed over as good as at once', () => {
  busyPage();
  soon(task, true);
  vi.advanceTimersByTime(100);
  expect(ran).toEqual([50]);
});

test('without idle callbacks it is the timer alone', () => {
  vi.stubGlobal('requestIdleCallback', undefined);
  soon(task, false);
  vi.advanceTimersByTime(999);
  expect(ran).toEqual([400]);
});

test('what is cancelled does not run, neither before nor after its time came', () => {
  busyPage();
  soon(task, false)();
  const cancel = soon(task, false);
  vi.advanceTimersByTime(450);
  cancel();
  vi.advanceTimersByTime(2_000);
  expect(ran).toEqual([]);
});
