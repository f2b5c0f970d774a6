import type { Page } from '@playwright/test';
import { simulatorScenarios } from '../../mocks/node/index.ts';
import { scenarios } from '../../mocks/scenarios/index.ts';
import type { ClientOutcome } from '../../src/core/sdk/clientSdk.ts';
import { harnessFixture } from './harnessServer.ts';
import { test as base, expect } from './promised.ts';

/** The app promises by a run of its own, and its page plays no faults of a transport. */
const isInPage = (id: string): boolean => scenarios.some((each) => each.id === id);

const test = base.extend<{}, { readonly harnessUrl: string }>(harnessFixture);

/**
 * Everything that a page meets: its own backend, the call, the connection. Not what the visitor's devices, clock or own
 * peer connection do, nor handshakes that only a browser's peer leaves out: no server can play these.
 */
const met = simulatorScenarios.filter(
  ({ id, route, expect: { outcome, step } }) =>
    outcome === 'failed' && route !== 'rest' && step !== undefined && isInPage(id),
);

/** An ICE that finds nothing gives up after some 15 s, a far end that is gone is missed after some 8 s. */
const waiting = { timeout: 40_000 };

/** One of each kind of outcome; `npm run test:long` compares them all. */
const always = [
  'token.backend.error-hidden.opaque.backend',
  'token.reply.incomplete.snake-case.backend',
  'token.reply.unusable.html.backend',
  'call.invalid_ephemeral_token.used',
  'call.OrgaAIServerError.503',
  'call.timeout_error.no-response',
  'call.network.unreachable.no-response',
  'call.reply.unusable.html',
  'call.reply.incomplete.answer-absent',
  'connection.sdp.notsdp.text',
  'connection.ice.unreachable.no-answer',
  'connection.dtls.fingerprint.mismatch',
];

for (const {
  id,
  expect: { code },
} of met) {
  const tag = always.includes(id) ? [] : ['@long'];
  test.describe(id, { tag }, () => {
    test.use({ scenario: id });

    test('@orga-ai/react does what was promised', async ({ page, harnessUrl, simulated, promised }) => {
      test.slow();
      const promise = (await promised(id))?.client.published;
      // The word “undefined” is sent by those who fetch the credentials themselves and do not look.
      const how = code === 'credential.undefined' ? '&unchecked' : '';
      await page.goto(`${harnessUrl}?session=${encodeURIComponent(simulated.sessionEndpoint)}${how}`);
      await page.waitForFunction(() => window.startSession !== undefined);
      await page.evaluate(() => window.startSession());
      await compare(page, promise);
    });
  });
}

test('a session that is well reaches an open channel and session.created', async ({
  page,
  harnessUrl,
  simulated,
}) => {
  await page.goto(`${harnessUrl}?session=${encodeURIComponent(simulated.sessionEndpoint)}`);
  await page.waitForFunction(() => window.startSession !== undefined);
  await page.evaluate(() => window.startSession());
  await page.waitForFunction(() => window.sdk.messages.length > 0);
  const { states, ...rest } = await page.evaluate(() => window.sdk);
  expect(told(states)).toEqual(['closed', 'connecting', 'connected']);
  expect(rest).toEqual({ errors: [], messages: ['session.created'], settled: 'resolved' });
});

async function compare(page: Page, promise: ClientOutcome | undefined): Promise<void> {
  const observed = (): Promise<Window['sdk']> => page.evaluate(() => window.sdk);
  switch (promise?.kind) {
    case 'rejects': {
      await page.waitForFunction(() => window.sdk.settled !== undefined, undefined, waiting);
      await expect.poll(async () => told((await observed()).states)).toEqual(['closed', ...promise.states]);
      const { settled, errors } = await observed();
      expect(settled).toEqual(promise.rejection);
      const { times, name, message } = promise.onError;
      expect(errors.map(placeless)).toEqual(
        Array.from({ length: times }, () => placeless({ name, message })),
      );
      return;
    }
    case 'resolves':
      await page.waitForFunction(() => window.sdk.settled !== undefined, undefined, waiting);
      await expect
        .poll(async () => told((await observed()).states), waiting)
        .toEqual(['closed', ...promise.states]);
      // Where nothing is to follow, nothing does.
      if (promise.states.at(-1) === 'connected') await page.waitForTimeout(3000);
      expect(told((await observed()).states)).toEqual(['closed', ...promise.states]);
      expect(await observed()).toMatchObject({ settled: 'resolved', errors: [] });
      return;
    case 'pending':
      await page.waitForTimeout(3000);
      expect(await observed()).toEqual({ states: ['closed', ...promise.states], errors: [], messages: [] });
      return;
    case 'not-observed':
    case undefined:
      throw new Error('“Your SDK shows” promises nothing that could be looked at.');
  }
}

/** Having said “connected” too early, the SDK may say “connecting” and “connected” again: that depends on who is faster. */
function told(states: readonly string[]): readonly string[] {
  const early = states.includes('connected') ? states.indexOf('connected') : states.length;
  const later = states.filter((state, index) => index <= early || state !== 'connecting');
  return later.filter((state, index) => state !== later[index - 1]);
}

/** Where in a body it breaks off, and what an answer says that is not the same in two sessions. */
function placeless({ name, message }: { readonly name: string; readonly message: string }) {
  return {
    name,
    message: message
      .replace(/ at position \d+.*$/, ' at its end')
      .replace(/a=max-message-size:\d+/, 'a=max-message-size')
      .replace(/\bv=0\\r\\n.*$/s, 'v=0'),
  };
}
