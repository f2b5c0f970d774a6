import type { Page } from '@playwright/test';
import { simulatorScenarios } from '../../mocks/node/index.ts';
import { test as base, expect } from '../../mocks/node/playwright.ts';
import type { FactsFile } from '../../src/core/watched/fact.ts';
import { readFactsFile, recordingsOf } from '../../src/core/watched/factsFile.ts';
import type { Observed } from '../sdk/harness.ts';
import { harnessFixture } from '../sdk/harnessServer.ts';

const test = base.extend<{}, { readonly harnessUrl: string }>(harnessFixture);

/** Everything that a page meets: its own backend, the call, the connection. */
const met = simulatorScenarios.filter(
  ({ route, expect: { outcome, step } }) => outcome === 'failed' && route !== 'rest' && step !== undefined,
);

/** One of each kind; `npm run test:long` looks at them all. */
const always = [
  'token.backend.error-hidden.opaque.backend',
  'token.reply.unusable.html.backend',
  'call.invalid_ephemeral_token.used',
  'call.credential.undefined.sent.backend',
  'call.OrgaAIServerError.503',
  'call.network.unreachable.no-response',
  'call.reply.incomplete.answer-absent',
  'connection.sdp.notsdp.text',
  'connection.dtls.fingerprint.mismatch',
  'token.backend.route-missing.not-found.backend',
];

/** What the probe sees otherwise than the debugger, each with its reason. */
const otherwise: Readonly<Record<string, { readonly code: string; readonly because: string }>> = {
  'connection.ice.unreachable.no-answer': {
    code: 'ice.dns',
    because:
      'The simulator’s ICE servers have reserved names (RFC 6761). The debugger leaves those out, the SDK does not: that they cannot be looked up is then true as well, and comes first.',
  },
  'call.backend.cached-token.used.backend': {
    code: 'invalid_ephemeral_token',
    because:
      'The simulator spends the token as it hands it out: no session of this page has used it before. Unit tests show two that do.',
  },
  'call.network.cors.preflight': {
    code: 'network.unreachable',
    because: 'Only a second request tells it from a host that is not there, and the probe makes none.',
  },
};

/** Mistakes of a client that fetches its credentials itself: what it takes for the token. */
const mistaken: Readonly<Record<string, string>> = {
  'call.invalid_request_error.not-a-token': 'user-session-4711',
  'call.invalid_request_error.api-key': 'sk_orga_ai_in_the_page_by_mistake_0123456789',
};

for (const {
  id,
  expect: { code },
} of met) {
  const tag = always.includes(id) ? [] : ['@long'];
  test.describe(id, { tag }, () => {
    test.use({ scenario: id });

    test('the probe sees why, and the page sees no probe', async ({ context, harnessUrl, simulated }) => {
      test.slow();
      const start = async (probe: string) => {
        const page = await context.newPage();
        await page.addInitScript(() => {
          window.sessionProbeOptions = { limits: { token: 3000, connection: 20_000 } };
        });
        const own = mistaken[id];
        const how =
          own === undefined ? (code === 'credential.undefined' ? '&unchecked' : '') : `&unchecked=${own}`;
        await page.goto(
          `${harnessUrl}?session=${encodeURIComponent(simulated.sessionEndpoint)}${how}${probe}`,
        );
        await page.waitForFunction(() => window.startSession !== undefined);
        await page.evaluate(() => window.startSession());
        return page;
      };
      const probed = await start(`&probe=${probeUrl}`);
      expect(await verdictIn(probed)).toBe(otherwise[id]?.code ?? code);
      const bare = await start('');
      await expect
        .poll(async () => told(await observed(bare)), { timeout: 25_000 })
        .toEqual(told(await observed(probed)));
    });
  });
}

const probeUrl = encodeURIComponent(`http://127.0.0.1:${process.env['E2E_PORT']}/debugger/probe.js`);

const observed = (page: Page): Promise<Observed> => page.evaluate(() => window.sdk);

/** What the page was told, but for what depends on who was faster, and on where in a body it broke off. */
function told({ states, errors, messages, settled }: Observed) {
  // Having said “connected” too early, the SDK may say it once more.
  const early = states.includes('connected') ? states.indexOf('connected') : states.length;
  const later = states.filter((state, index) => index <= early || state !== 'connecting');
  const changes = later.filter((state, index) => state !== later[index - 1]);
  return {
    states: changes,
    errors: errors.map(({ name, message }) => ({
      name,
      message: message.replace(/ at position \d+.*$/, '').replace(/v=0.*(?= Expect)/s, ''),
    })),
    messages,
    settled,
  };
}

/** The code of the verdict on the page's last session, once there is one. */
async function verdictIn(page: Page): Promise<string | undefined> {
  let code: string | undefined;
  await expect
    .poll(
      async () => {
        const { facts, now } = await page.evaluate(() => ({
          facts: window.sessionProbe?.recording(),
          now: performance.now(),
        }));
        const read = readFactsFile(facts);
        if (!read.ok) throw new Error(read.problem);
        expect(read.notes).toEqual([]);
        code = recordingsOf(read.file satisfies FactsFile, now).at(-1)?.verdict?.code;
        return code;
      },
      { timeout: 30_000 },
    )
    .toBeDefined();
  return code;
}
