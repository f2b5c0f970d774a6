import { expect, test, vi } from 'vitest';
import { logOf } from '../core/diagnosis/testing/literalLog.ts';
import type { Recording } from '../core/recording/recording.ts';
import { exportFile } from './exportFile.ts';
import { createExportJoin, type ExportRequest } from './recordingExport.ts';

vi.mock('./recordingWorkerUrl.ts', () => ({ recordingWorkerUrl: 'https://app.example/worker.js' }));

/** What a worker is to exportFile: it answers with the last portion, or never, or fails. */
function fakeWorker(behaviour: 'works' | 'hangs' | 'fails') {
  const target = new EventTarget();
  const terminate = vi.fn<() => void>();
  const join = createExportJoin();
  const posted: ExportRequest[] = [];
  const postMessage = (request: ExportRequest) => {
    posted.push(request);
    if (behaviour === 'fails') target.dispatchEvent(new Event('error'));
    const data = behaviour === 'works' ? join(structuredClone(request)) : undefined;
    if (data !== undefined) target.dispatchEvent(new MessageEvent('message', { data }));
  };
  return {
    worker: Object.assign(target, { postMessage, terminate }) as unknown as Worker,
    terminate,
    posted,
  };
}

function recordingOf(entries: number): Recording {
  const notes = Array.from({ length: entries - 1 }, (_, index) => ({
    kind: 'note' as const,
    topic: 'carried' as const,
    what: `number ${index}`,
  }));
  return {
    format: 'webrtc-session-recording',
    version: 1,
    product: '0.1.0',
    source: 'debugger',
    id: 'r1',
    startedAt: 1_763_820_300_000,
    userAgent: 'test',
    log: logOf('rest', ...notes),
  };
}

const order = { format: 'ndjson', keep: [], secrets: [] } as const;

test('a small recording is worked on in the page: no worker starts', async () => {
  const start = vi.fn<() => Worker>();
  const { blob, size, leaks } = await exportFile(recordingOf(3), order, {}, start);
  expect((await blob.text()).trim().split('\n')).toHaveLength(3);
  expect([blob.size, leaks]).toEqual([size, []]);
  expect(start).not.toHaveBeenCalled();
});

test('a large one goes to a worker in portions, with progress, and comes back whole', async () => {
  const { worker, terminate, posted } = fakeWorker('works');
  const parts: number[] = [];
  const options = { onProgress: (part: number) => parts.push(part) };
  const { blob, fileName } = await exportFile(recordingOf(2_500), order, options, () => worker);
  expect((await blob.text()).trim().split('\n')).toHaveLength(2_500);
  expect(fileName).toBe('orga-session-2025-11-22T1405Z-running.ndjson');
  expect(parts).toEqual([0.4, 0.8, 1]);
  expect(posted.map(({ part }) => part)).toEqual(['order', 'head', 'entries', 'entries', 'entries', 'end']);
  expect(terminate).toHaveBeenCalledOnce();
});

test('a small number of large texts is large, too', async () => {
  const { worker, posted } = fakeWorker('works');
  const recording = recordingOf(2);
  const what = 'x'.repeat(200_000);
  const log = [
    ...recording.log,
    { id: 'e9', at: 1e6, attempt: 1, kind: 'note', topic: 'carried', what } as const,
  ];
  await exportFile({ ...recording, log }, order, {}, () => worker);
  expect(posted.length).toBeGreaterThan(0);
});

test('cancelling ends the worker, and stops handing over', async () => {
  const { worker, terminate, posted } = fakeWorker('hangs');
  const abort = new AbortController();
  const made = exportFile(recordingOf(9_000), order, { signal: abort.signal }, () => worker);
  abort.abort();
  await expect(made).rejects.toThrow(/abort/i);
  expect(terminate).toHaveBeenCalledOnce();
  await new Promise((resolve) => setTimeout(resolve));
  expect(posted.map(({ part }) => part)).toEqual(['order', 'head', 'entries']);
});

test('what was cancelled before it began starts nothing', async () => {
  const start = vi.fn<() => Worker>();
  const options = { signal: AbortSignal.abort() };
  await expect(exportFile(recordingOf(900), order, options, start)).rejects.toThrow(/abort/i);
  expect(start).not.toHaveBeenCalled();
});

test('a worker that does not load is told, with what to do', async () => {
  const { worker } = fakeWorker('fails');
  await expect(exportFile(recordingOf(900), order, {}, () => worker)).rejects.toThrow(
    /did not load\)\. Reload the page and try again\.$/,
  );
});
