import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, openLive, run, test } from './live.ts';
import { monday } from './recorded.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Process {
  /** all that it printed */
  readonly printed: () => string;
  readonly url: Promise<string>;
  readonly exit: Promise<number | null>;
  readonly interrupt: () => void;
}

const children: ChildProcess[] = [];
test.afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** `npm run simulator`, as its script runs it. */
function simulate(...args: readonly string[]): Process {
  const child = spawn(process.execPath, ['src/node/simulator.mjs', ...args], { cwd: root });
  children.push(child);
  let text = '';
  const url = new Promise<string>((resolve) => {
    const read = (chunk: Buffer) => {
      text += String(chunk);
      const found = /simulator: (http:\S+)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  return {
    printed: () => text,
    url,
    exit: new Promise((resolve) => child.once('close', resolve)),
    interrupt: () => child.kill('SIGINT'),
  };
}

test('the simulator is a process whose scenario is switched while it runs, and which Ctrl+C ends', async ({
  page,
  serve,
}) => {
  const simulator = simulate('--scenario', 'call.OrgaAIServerError.503', '--port', '0');
  const url = await simulator.url;
  await openLive(page, await serve(), {
    sessionEndpoint: `${url}/api/orga-client-secrets`,
    baseUrl: url,
  });
  const refused = await run(page);
  expect(refused.diagnosis).toMatchObject({ code: 'OrgaAIServerError', variant: '503' });

  const switched = await fetch(`${url}/__simulator/scenario`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'healthy' }),
  });
  expect(switched.status).toBe(200);
  const connected = await page.evaluate(() => window.sessionDebugger.run());
  expect(connected.outcome).toBe('connected');
  expect(connected.log.some((entry) => entry.kind === 'channel' && entry.event === 'received')).toBe(true);

  expect(simulator.printed()).toContain('OrgaAIServerError');
  expect(simulator.printed()).not.toMatch(/eyJ|Bearer [^t#]/);
  simulator.interrupt();
  expect(await simulator.exit).toBe(0);
});

test('a simulator behind the live target is found when asked for, and switched from the picker', async ({
  page,
  serve,
  simulator,
  traffic,
}) => {
  await openLive(page, await serve(), {
    sessionEndpoint: simulator.sessionEndpoint,
    baseUrl: simulator.url,
  });
  const { host } = new URL(simulator.url);
  const bar = page.locator('[data-part="live-bar"]');
  const look = bar.getByRole('button', { name: 'Look for a simulator' });
  await expect(look).toBeVisible();
  const asked = () => traffic.requests.filter((each) => each.url().includes('/__simulator/')).length;
  expect(asked()).toBe(0);

  await look.click();
  await expect(bar).toContainText(`Live: simulator at ${host} with your backend`);
  const picker = bar.getByRole('combobox', { name: 'Scenario' });
  await expect(picker).toHaveValue('Everything works');
  await picker.fill('cors.preflight call');
  await expect(bar.getByRole('option')).toHaveCount(1);
  await picker.press('Enter');
  await expect(picker).toHaveValue('Network · Call: CORS preflight refused');
  expect(simulator.expected()).toMatchObject({ code: 'network.cors', step: 'call' });
  expect((await run(page)).diagnosis).toMatchObject({ code: 'network.cors' });

  // A script switches it: seen when somebody comes back to the page, and when a run begins.
  simulator.use('healthy.trickle');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(picker).toHaveValue('Everything works, in a trickle');
  simulator.use('call.network.unreachable.reset');
  await run(page);
  await expect(picker).toHaveValue('Network · Call: connection reset');

  await page.getByRole('button', { name: 'Setup', exact: true }).click();
  await page.getByRole('textbox', { name: 'Base URL of the API' }).fill('http://127.0.0.1:9');
  await expect(bar).toContainText(`Live with your backend: ${host} → 127.0.0.1:9`);
  await expect(look).toBeVisible();
});

test('a recorded session is played by the process that is given its file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
  const file = join(folder, 'monday.scenario.json');
  writeFileSync(file, JSON.stringify(monday));
  const simulator = simulate('--scenario-file', file, '--port', '0');
  const url = await simulator.url;
  rmSync(folder, { recursive: true });
  const reply = await fetch(`${url}/v1/realtime/client-secrets`, { method: 'POST' });
  expect([reply.status, reply.headers.get('x-request-id'), await reply.text()]).toEqual([
    418,
    'req_monday',
    'short and stout',
  ]);
  const row: unknown = await (await fetch(`${url}/__simulator/scenario`)).json();
  expect(row).toEqual({
    id: 'monday',
    title: 'Monday',
    step: 'token',
    httpStatus: 418,
    route: 'rest',
  });
  expect(simulator.printed()).toContain(`scenario          ${file};`);
});

test('what cannot be started ends with one line and exit code 2', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = String(typeof address === 'object' ? address?.port : 0);
  const tries = [
    { args: ['--scenario', 'helthy'], says: /No scenario is named "helthy".*--list/ },
    { args: ['--scenario-file', 'README.md'], says: /^README\.md: The scenario file is not JSON/ },
    { args: ['--port', 'http'], says: /--port http is not a port/ },
    { args: ['--port', port], says: new RegExp(`${port}.*(?:in use|taken)`) },
  ];
  for (const { args, says } of tries) {
    const simulator = simulate(...args);
    expect(await simulator.exit, args.join(' ')).toBe(2);
    expect(simulator.printed().trim()).toMatch(says);
    expect(simulator.printed().trim().split('\n')).toHaveLength(1);
  }
  taken.close();
});
