import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explain } from './explainFile.mjs';

const dump = (name: string) =>
  readFileSync(new URL(`../core/recording/read/testing/internals-${name}.json`, import.meta.url), 'utf8');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'explain-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(args: readonly string[], input = '') {
  let out = '';
  let problems = '';
  const code = await explain(args, {
    stdin: (async function* () {
      await Promise.resolve();
      yield input.slice(0, 100);
      yield input.slice(100);
    })(),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (problems += text) },
  });
  return { code, out, problems };
}

test('a failure is told with its proof and remedy, exit code 1', async () => {
  const { code, out } = await run([file('dump.json', dump('unreachable'))]);
  expect(code).toBe(1);
  expect(out).toMatch(/^webrtc-internals, Chrome 156, 2026-11-22T/);
  expect(out).toContain('ice.unreachable / no-answer, proved; step connection; who must act: network');
  expect(out).toMatch(/Evidence:\n {2}e\d+ at \d+ ms: 240 checks sent, 0 answers/);
  expect(out).toMatch(/Remedy:\n {2}A firewall that blocks UDP/);
});

test('a good session is healthy, exit code 0, from standard input and packed too', async () => {
  expect(await run(['-'], dump('healthy'))).toMatchObject({ code: 0, problems: '' });
  const { code, out } = await run([file('dump.txt.gz', gzipSync(dump('healthy')))]);
  expect(code).toBe(0);
  expect(out).toContain('Healthy: the session connected');
  expect(out).toContain('Of 2 peer connections this is 8-2.');
});

test('as JSON and as a bug report', async () => {
  const path = file('dump.json', dump('unreachable'));
  const json = await run([path, '--json']);
  expect(json.code).toBe(1);
  expect(JSON.parse(json.out)).toMatchObject({
    healthy: false,
    source: 'webrtc-internals',
    outcome: 'failed',
    failedStep: 'connection',
    verdict: { code: 'ice.unreachable', certainty: 'proved' },
  });
  const markdown = await run([path, '--markdown']);
  expect(markdown.code).toBe(1);
  expect(markdown.out).toMatch(/^# /);
});

test('an error message from standard input leads to the catalogue', async () => {
  const { code, out } = await run(['-'], 'Error: Failed to connect to realtime: 401 Unauthorized');
  expect(code).toBe(1);
  expect(out).toContain('(invalid_ephemeral_token)');
});

test('what cannot be read is told, exit code 2', { timeout: 60_000 }, async () => {
  const packed = gzipSync(dump('healthy'));
  for (const [args, words] of [
    [[join(folder, 'absent.har')], /There is no file /],
    [[folder], /is a folder/],
    [[], /Give one file/],
    [['--unknown'], /unknown/i],
    [[file('a.json', '{"log": {"entries": [')], /ends too early/],
    [[file('b.gz', packed.subarray(0, 500))], /cut off or damaged/],
    [[file('c.gz', gzipSync(Buffer.alloc(280 * 1024 * 1024)))], /268 MB can be read at most/],
    [[file('d.txt', 'hello')], /“d.txt” is none of what can be opened/],
  ] as const) {
    const { code, problems, out } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(problems).toMatch(words);
  }
});

test('what a file says cannot steer the terminal', async () => {
  const hostile = JSON.stringify({
    PeerConnections: {
      '\u001b]0;x\u0007': {
        updateLog: [{ type: 'onconnectionstatechange', value: '"failed"', timestamp: 1 }],
      },
      other: {},
    },
    UserAgent: '\u001b[2J',
  });
  const { out } = await run(['-'], hostile);
  expect(out).not.toContain('\u001b');
});

test('the help is no failure', async () => {
  expect(await run(['--help'])).toMatchObject({ code: 0, problems: '' });
});
