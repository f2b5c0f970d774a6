import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

let project = '';
let packed: Packed | undefined;
let server: ChildProcess | undefined;
/** where the bin serves the app, `/` at the end */
let served = '';

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'packaging-'));
  const pack = npm(['pack', '--ignore-scripts', '--json', '--pack-destination', project], root);
  [packed] = JSON.parse(pack) as Packed[];
  writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }');
  npm(['install', '--offline', '--no-audit', '--no-fund', `./${packed?.filename}`], project);

  server = spawn(
    join(project, 'node_modules/.bin/webrtc-session-debugger'),
    ['--port', '0', '--base', 'sub'],
    {
      cwd: project,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  served = await new Promise((resolve) => {
    server?.stdout?.on('data', (chunk: Buffer) => resolve(/http:\S+/.exec(chunk.toString())?.[0] ?? ''));
    server?.on('exit', () => resolve('the bin ended'));
  });
}, 120_000);

afterAll(() => {
  server?.kill();
  rmSync(project, { recursive: true, force: true });
});

test('the package holds the built app, the library and the server, and nothing else', () => {
  const others = packed?.files
    .map(({ path }) => path)
    .filter(
      (path) =>
        !/^(dist\/.+|src\/node\/(serve|staticServer|relay\w*)\.mjs|package\.json|[A-Z]+(\.md)?)$/.test(path),
    );
  expect(others).toEqual([]);
});

test('it brings no dependency along', () => {
  expect(npm(['ls', '--all', '--parseable'], project).trim().split('\n')).toHaveLength(2);
});

test("the README's example runs and prints what it says", () => {
  const example = readExample();
  writeFileSync(join(project, 'example.mjs'), example);
  copyFileSync(new URL('session.ndjson', import.meta.url), join(project, 'session.ndjson'));
  const output = execFileSync(process.execPath, ['example.mjs'], { cwd: project, encoding: 'utf8' });
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)].map(([, text]) => text);
  expect(promised.length).toBeGreaterThan(0);
  expect(output.split('\n')).toEqual(expect.arrayContaining(promised));
});

test('the command explains a file: its exit code says how it went', () => {
  const dumps = join(root, 'src/core/recording/read/testing');
  const command = (input: string, ...args: readonly string[]) =>
    spawnSync(join(project, 'node_modules/.bin/webrtc-session-explain'), args, { input, encoding: 'utf8' });
  const failed = command('', join(dumps, 'internals-unreachable.json'));
  expect([failed.status, failed.stdout]).toEqual([1, expect.stringContaining('ice.unreachable')]);
  const healthy = command(readFileSync(join(dumps, 'internals-healthy.json'), 'utf8'), '-', '--json');
  expect([healthy.status, JSON.parse(healthy.stdout)]).toMatchObject([0, { healthy: true }]);
  const unreadable = command('{"log": ', '-');
  expect([unreadable.status, unreadable.stdout]).toEqual([2, '']);
  expect(unreadable.stderr).toContain('ends too early');
});

test('its types compile in a strict project of somebody else', () => {
  writeFileSync(
    join(project, 'consumer.ts'),
    `import { diagnose, summarise, type LogEntry } from 'webrtc-session-debugger';
import { scenarios } from 'webrtc-session-debugger/scenarios';
const log: readonly LogEntry[] = [];
export const code: string | undefined = diagnose(log)[0]?.code;
export const outcome: 'idle' | 'running' | 'paused' | 'connected' | 'failed' | 'stopped' = summarise(log).outcome;
export const ids: readonly string[] = scenarios.map(({ id }) => id);
`,
  );
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', ''];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  expect(execute(process.execPath, [tsc, ...flags, 'consumer.ts'], project)).toBe('');
});

test('the bin serves the app under the base path that it is given', async () => {
  const page = await fetch(served);
  expect(new URL(served).pathname).toBe('/sub/');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(await page.text()).toContain('http-equiv="Content-Security-Policy"');
});

test('the simulated page and its worker are served below it', async () => {
  expect((await fetch(`${served}simulated`)).url).toBe(`${served}simulated/`);
  const worker = await fetch(`${served}simulated/mockServiceWorker.js`);
  expect(worker.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(worker.headers.get('cache-control')).toBe('no-cache');
});

test('names with a hash are kept for good', async () => {
  const script = /assets\/[^"]+\.js/.exec(await (await fetch(served)).text())?.[0];
  const reply = await fetch(`${served}${script}`);
  expect(reply.status).toBe(200);
  expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test.each(['nothing.js', '%2e%2e/package.json', '..%2fpackage.json', '.vite/manifest.json', '%00', '%'])(
  'it has no %s',
  async (path) => {
    expect((await fetch(`${served}${path}`)).status).toBe(404);
  },
);

test('a port that was asked for and is taken is refused by name', () => {
  const { port } = new URL(served);
  expect(() =>
    execute(join(project, 'node_modules/.bin/webrtc-session-debugger'), ['--port', port], project),
  ).toThrow(`Port ${port} is taken`);
});

test('it only gives', async () => {
  expect((await fetch(served, { method: 'POST' })).status).toBe(405);
});

function readExample(): string {
  const readme = readFileSync(`${root}README.md`, 'utf8');
  const block = /<!-- example:package -->\s*```js\n(.*?)```/s.exec(readme)?.[1];
  if (block === undefined) throw new Error('README.md has no block after <!-- example:package -->');
  return block;
}

function npm(args: readonly string[], cwd: string): string {
  return execute('npm', args, cwd);
}

/** Its standard output; a failure shows what it printed. */
function execute(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}
