import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { runCli } from './cli.ts';

afterEach(() => vi.restoreAllMocks());

async function run(...args: string[]) {
  const said: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
  }
  return { code: await runCli(args), said: said.join('') };
}

test.each([
  [['--scenario', 'healthy.slo'], /^No scenario is named "healthy.slo"\. Perhaps healthy .*\n$/],
  [['--port', 'http'], /^--port http is not a port: give a number from 0 to 65535\.\n$/],
  [['--port', '70000'], /^--port 70000 is not a port/],
  [['--tls-port', ''], /^--tls-port {2}is not a port/],
  [
    ['--scenario-file', 'nowhere.scenario.json'],
    /^The scenario file cannot be read: ENOENT.*nowhere\.scenario\.json.*\n$/,
  ],
  [['--scenario-file', 'package.json'], /^package\.json: This is no scenario file.*\n$/],
  [['--scenario-file'], /^Option '--scenario-file <value>' argument missing\n$/],
  [['--nonsense'], /^Unknown option '--nonsense'.*\n$/],
  [['--host', '203.0.113.7', '--port', '0'], /^This machine has no address 203\.0\.113\.7: see --host\.\n$/],
])('%j ends with one line and exit code 2', async (args, line) => {
  const { code, said } = await run(...args);
  expect(code).toBe(2);
  expect(said).toMatch(line);
  expect(said.trimEnd()).not.toContain('\n');
});

test('a port that is taken ends with one line and exit code 2', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { code, said } = await run('--port', String(port));
  server.close();
  expect(code).toBe(2);
  expect(said).toBe(`Port ${port} is taken: name another with --port, or --port 0 for any.\n`);
});

test('--list names every scenario with its title', async () => {
  const { code, said } = await run('--list');
  expect(code).toBe(0);
  expect(said).toMatch(/^healthy +Everything works$/m);
  expect(said).toMatch(/^call\.network\.cors\.preflight +Network · Call: CORS preflight refused$/m);
});

test('--help says what there is', async () => {
  expect((await run('--help')).said).toContain('--scenario ID');
});
