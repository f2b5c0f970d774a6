import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { runWithServers } from './realParts.ts';

/** Longer than this the page may not stand still, ms: what hangs takes a minute. How long it really takes is measured by the bench. */
const longestTask = 6000;

/** What a run came to, as little of it as the test needs: whole reports of this size are slow to carry over. */
interface Came {
  readonly outcome: string;
  readonly step: string | undefined;
  readonly code: string | undefined;
  readonly failure: string | undefined;
  readonly entries: number;
  /** the longest time the page stood still, ms */
  readonly stoodStill: number;
}

/** The call's reply: this text as its answer. `repeat` is made in the page, not carried over. */
function runWithAnswer(
  page: Page,
  answer: {
    readonly before: string;
    readonly repeat: string;
    readonly times: number;
    readonly after: string;
  },
): Promise<Came> {
  return page.evaluate(async ({ before, repeat, times, after }) => {
    let stoodStill = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) stoodStill = Math.max(stoodStill, duration);
    });
    observer.observe({ entryTypes: ['longtask'] });
    const numbered = Array.from({ length: times }, (_, index) => repeat.replaceAll('#', String(index)));
    const sdp = before + numbered.join('') + after;
    const body = { conversation_id: 'conv_1', answer: { type: 'answer', sdp } };
    const { outcome, failedStep, diagnosis, log } = await window.sessionDebugger.run({
      scenario: 'healthy',
      overrides: { call: { status: 200, body } },
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    observer.disconnect();
    const failure = log.findLast((entry) => entry.kind === 'connection-failure')?.summary;
    return { outcome, step: failedStep, code: diagnosis?.code, failure, entries: log.length, stoodStill };
  }, answer);
}

const head = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n';

const answers = [
  {
    name: 'an answer of 3 MB',
    before: head,
    repeat: 'a=x-padding:0123456789\r\n',
    times: 125_000,
    after: '',
  },
  { name: 'one line of 1 MB', before: `${head}a=`, repeat: 'x', times: 1_000_000, after: '\r\n' },
  { name: 'one line of 1 MB without an end', before: '', repeat: 'v', times: 1_000_000, after: '' },
  {
    name: 'a thousand media sections',
    before: head,
    repeat: 'm=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:#\r\n',
    times: 1000,
    after: '',
  },
  { name: 'NUL bytes', before: head, repeat: 'a=\u0000\r\n', times: 1000, after: '\u0000' },
  {
    name: '10,000 candidates',
    before: `${head}m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\n`,
    repeat: 'a=candidate:# 1 udp 1 203.0.113.7 50000 typ host\r\n',
    times: 10_000,
    after: '',
  },
] as const;

for (const { name, ...answer } of answers) {
  test(`${name} ends in a clear entry, and the page stays responsive`, async ({ app, page, watched }) => {
    await app.open('?scenario=healthy');
    const came = await runWithAnswer(page, answer);
    expect(came).toMatchObject({ outcome: 'failed', step: 'connection' });
    expect(came.code).toMatch(/^sdp\./);
    expect(came.failure?.length).toBeLessThan(5000);
    expect(came.stoodStill).toBeLessThan(longestTask);
    await expect(app.verdict).toHaveAttribute('data-code', came.code ?? '');
    expect(watched.pageErrors).toEqual([]);
  });
}

test('a reply of 5 MB is no answer any more', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  const came = await runWithAnswer(page, {
    before: head,
    repeat: 'a=x-padding:0123456789\r\n',
    times: 208_334,
    after: '',
  });
  // More than 4 MiB of a body are counted, but not read, and it is said so.
  expect(came).toMatchObject({ outcome: 'failed', step: 'call', code: 'reply.unusable' });
  await expect(app.verdict).toHaveAttribute('data-variant', 'too-large');
  await expect(app.verdict).toContainText('reads 4 MiB of a reply');
  expect(came.stoodStill).toBeLessThan(longestTask);
});

test('500 ICE servers end in a clear entry', async ({ app, page, watched }) => {
  await app.open('?scenario=healthy');
  const servers = Array.from({ length: 500 }, (_, index) => ({
    urls: [`turn:127.0.0.1:${20_000 + index}?transport=tcp`],
    username: 'user',
    credential: 'password',
  }));
  const limits = { offer: 2000, connection: 5000 };
  const report = await runWithServers(page, servers, { policy: 'all', limits });
  expect(['connected', 'failed']).toContain(report.outcome);
  const told = report.log.find((entry) => entry.kind === 'ice-servers');
  expect(told?.kind === 'ice-servers' && told.servers.length).toBe(500);
  if (report.outcome === 'failed') expect(report.diagnosis).toBeDefined();
  expect(watched.pageErrors).toEqual([]);
});

for (const [name, iceServers] of [
  ['a text', 'stun:stun1.orga-ai.test'],
  ['a number', 42],
  ['a list of numbers', [1, 2, 3]],
  ['numbers for URLs', [{ urls: [3478] }]],
  ['a nested list', [[{ urls: ['stun:stun1.orga-ai.test'] }]]],
  ['an object of objects', { iceServers: { iceServers: [] } }],
] as const) {
  test(`${name} in the place of ICE servers is a reply of the wrong shape`, async ({ app, page }) => {
    await app.open('?scenario=healthy');
    const report = await page.evaluate(
      (value) =>
        window.sessionDebugger.run({
          scenario: 'healthy',
          route: 'rest',
          overrides: { 'ice-config': { status: 200, body: { iceServers: value } } },
        }),
      iceServers,
    );
    expect(report).toMatchObject({ outcome: 'failed', failedStep: 'ice-config' });
    expect(report.diagnosis).toMatchObject({ code: 'reply.incomplete', variant: 'ice-servers-shape' });
  });
}

test('a burst of 50,000 messages is recorded, and the page stays responsive', async ({ app, page }) => {
  test.setTimeout(90_000);
  await app.open('?scenario=healthy.burst');
  const came = await page.evaluate(async () => {
    let stoodStill = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) stoodStill = Math.max(stoodStill, duration);
    });
    observer.observe({ entryTypes: ['longtask'] });
    await window.sessionDebugger.run({ scenario: 'healthy.burst' });
    const count = () =>
      window.sessionDebugger
        .report()
        .log.filter((entry) => entry.kind === 'channel' && entry.event === 'received').length;
    // The rows are a few more than the messages: until there are as many, counting would only hold the page up.
    const grid = document.querySelector('[role=grid][aria-rowcount]');
    const rows = () => Number(grid?.getAttribute('aria-rowcount'));
    let messages = 0;
    for (; messages < 50_004; messages = rows() < 50_004 ? 0 : count())
      await new Promise((resolve) => requestAnimationFrame(resolve));
    observer.disconnect();
    return { messages, stoodStill, outcome: window.sessionDebugger.report().outcome };
  });
  expect(came.outcome).toBe('connected');
  // The burst, the session, the conversation, and the two that are said later.
  expect(came.messages).toBe(50_004);
  expect(came.stoodStill).toBeLessThan(longestTask);

  // As many rows as fit, however long the log; the first and the very last are a key away.
  const rows = app.log.getByRole('row');
  await expect(app.log).toHaveAttribute('aria-rowcount', /^50\d{3}$/);
  await app.log.focus();
  await page.keyboard.press('Home');
  await expect(app.log.locator('[data-kind="run-started"]')).toBeVisible();
  const atTheTop = await rows.count();
  await page.keyboard.press('End');
  await expect(app.log.locator('[data-kind="run-started"]')).toHaveCount(0);
  const total = await app.log.getAttribute('aria-rowcount');
  await expect(app.log.locator(`[aria-rowindex="${total}"]`)).toBeVisible();
  expect(atTheTop).toBeGreaterThan(5);
  expect(Math.max(atTheTop, await rows.count())).toBeLessThan(80);
});
