import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openText } from '../../src/core/recording/read/openText.ts';
import { expect, test } from '../fixtures.ts';
import { largeDump, longDump } from './largeDump.ts';
import { median, record } from './table.ts';

const dump = largeDump(20e6);

const recording = JSON.stringify({
  format: 'webrtc-session-recording',
  version: 1,
  product: '0.1.0',
  source: 'debugger',
  id: 'r1',
  startedAt: 1_795_383_000_000,
  userAgent: '',
  log: Array.from({ length: 100_000 }, (_, index) => ({
    id: `e${index + 1}`,
    at: index,
    attempt: 1,
    kind: 'channel',
    step: 'connection',
    event: 'received',
    label: 'x',
    text: `{"type":"response.audio_transcript.delta","index":${index},"delta":"and so on"}`,
    messageType: 'response.audio_transcript.delta',
  })),
});

for (const { name, text, target } of [
  { name: '20 MB of webrtc-internals dump read', text: dump, target: 2_000 },
  { name: '100,000 events of a dump read', text: longDump(100_000), target: 3_000 },
  { name: '100,000-entry recording read', text: recording, target: 1_000 },
]) {
  test(name, () => {
    const times = [1, 2, 3].map(() => {
      // Processor time: what else the machine does does not count.
      const began = process.cpuUsage();
      expect(openText(text, { id: 'x' }).ok).toBe(true);
      return process.cpuUsage(began).user / 1_000;
    });
    record({
      name,
      value: median(times),
      unit: 'ms',
      target,
      details: { size: `${(text.length / 1e6).toFixed(0)} MB` },
    });
  });
}

test('20 MB of dump fit into a heap of 250 MB', ({}, testInfo) => {
  const path = testInfo.outputPath('dump.json');
  writeFileSync(path, dump);
  const command = fileURLToPath(new URL('../../dist/package/explain-bin.js', import.meta.url));
  const { status } = spawnSync(process.execPath, ['--max-old-space-size=250', command, path]);
  expect(status).toBe(0);
});

test('the page goes on while 20 MB of dump are opened', async ({ app, page }, testInfo) => {
  const path = testInfo.outputPath('dump.json');
  writeFileSync(path, dump);
  await app.open('');
  await page.getByRole('button', { name: 'Recordings' }).click();
  await page.evaluate(() => {
    const seen: number[] = [];
    Reflect.set(window, 'longTasks', seen);
    new PerformanceObserver((list) =>
      seen.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' });
  });
  const began = Date.now();
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(page.getByRole('region', { name: 'Recording', exact: true })).toBeVisible({ timeout: 60_000 });
  const took = Date.now() - began;
  // Only tasks of 50 ms and more are told (Long Tasks API, section 1).
  const longest = await page.evaluate(() => Math.max(0, ...(Reflect.get(window, 'longTasks') as number[])));
  record({
    name: 'longest task of the page while a 20 MB dump opens',
    value: longest,
    unit: 'ms',
    target: 100,
    details: { took: `${took} ms` },
  });
});
