import { expect, test, vi } from 'vitest';
import { openFile } from './openFile.ts';
import { type OpenRequest, openInParts } from './recordingFile.ts';

vi.mock('./recordingWorkerUrl.ts', () => ({ recordingWorkerUrl: 'https://app.example/worker.js' }));

/** What a worker is to openFile: it reads when it is asked, or fails. */
function fakeWorker(behaviour: 'reads' | 'hangs' | 'fails') {
  const target = new EventTarget();
  const terminate = vi.fn<() => void>();
  const postMessage = (request: OpenRequest) => {
    if (behaviour === 'fails') target.dispatchEvent(new Event('error'));
    if (behaviour === 'reads') {
      void openInParts(request, (data) => target.dispatchEvent(new MessageEvent('message', { data })));
    }
  };
  return { worker: Object.assign(target, { postMessage, terminate }) as unknown as Worker, terminate };
}

const file = new File(['{"name": 1}'], 'package.json');

test('a file is read in the worker, with progress up to the end, and the worker is gone', async () => {
  const { worker, terminate } = fakeWorker('reads');
  const parts: number[] = [];
  const reading = await openFile(file, { onProgress: (part) => parts.push(part) }, () => worker);
  expect(reading.ok ? '' : reading.problem).toMatch(/^This is JSON with “name”/);
  expect(parts.at(-1)).toBe(1);
  expect(terminate).toHaveBeenCalledOnce();
});

test('cancelling ends the worker', async () => {
  const { worker, terminate } = fakeWorker('hangs');
  const abort = new AbortController();
  const reading = openFile(file, { signal: abort.signal }, () => worker);
  abort.abort();
  expect(await reading).toEqual({ ok: false, problem: 'Opening was cancelled.' });
  expect(terminate).toHaveBeenCalledOnce();
});

test('what was cancelled before it began starts nothing', async () => {
  const start = vi.fn<() => Worker>();
  expect(await openFile(file, { signal: AbortSignal.abort() }, start)).toMatchObject({ ok: false });
  expect(start).not.toHaveBeenCalled();
});

test('a worker that does not load is told, with what to do', async () => {
  const { worker } = fakeWorker('fails');
  const reading = await openFile(file, {}, () => worker);
  expect(reading.ok ? '' : reading.problem).toMatch(/did not load\)\. Reload the page and try again\.$/);
});
