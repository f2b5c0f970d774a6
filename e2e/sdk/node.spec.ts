// Unmodified and as a black box: what it throws is all that is looked at.
import * as sdk from '@orga-ai/node';
import { scenarios } from '../../mocks/scenarios/index.ts';
import { expect, test } from './promised.ts';

/** The SDK's own limit here, ms; and how long it must then stay silent to be taken as pending. */
const timeout = 1000;
const patience = 2500;

const obtaining = scenarios.filter(
  ({ expect: { step, code }, route }) =>
    (step === 'token' || step === 'ice-config') && route !== undefined && code !== 'settings.refused',
);

for (const { id } of obtaining) {
  test.describe(id, () => {
    test.use({ scenario: id });

    test('@orga-ai/node does what was promised', async ({ simulated, promised }) => {
      const promise = (await promised(id))?.node.published;
      const seen = await outcome(simulated.baseUrl, simulated.apiKey);
      switch (promise?.kind) {
        case 'throws': {
          const isConstructor = promise.error.code === undefined;
          expect(isConstructor ? await outcome(simulated.baseUrl, undefined) : seen).toEqual({
            kind: 'throws',
            ...promise.error,
            saysYesTo: promise.error.chain,
          });
          return;
        }
        case 'pending':
          expect(seen).toEqual({ kind: 'pending' });
          return;
        case 'resolves':
          expect(seen.kind).toBe('resolves');
          expect(Object.keys(seen.value ?? {})).toEqual(Object.keys(JSON.parse(promise.value) as object));
          return;
        // It goes on with “Bearer undefined”, which the service then refuses.
        case 'goes-on':
          expect(seen).toMatchObject({
            kind: 'throws',
            message: 'Failed to fetch ICE servers: Unauthorized',
          });
          return;
        // What the backend does with the SDK's result is its own: the SDK itself meets nothing, or is not asked.
        case 'unknown':
          expect(['resolves', 'throws']).toContain(seen.kind);
          return;
        case 'not-involved':
        case undefined:
          throw new Error(`“Your SDK shows” has nothing for ${id}`);
      }
    });
  });
}

test('@orga-ai/node gets a token and servers where all is well', async ({ simulated }) => {
  const seen = await outcome(simulated.baseUrl, simulated.apiKey);
  expect(seen).toEqual({
    kind: 'resolves',
    value: { ephemeralToken: expect.stringMatching(/^eyJ/), iceServers: expect.any(Array) },
  });
});

interface Outcome {
  readonly kind: 'throws' | 'resolves' | 'pending';
  readonly value?: object;
  readonly message?: string;
}

/** What `getSessionConfig()` comes to, spelt as core/sdk spells it. */
async function outcome(baseUrl: string, apiKey: string | undefined): Promise<Outcome> {
  const late = new Promise<Outcome>((resolve) => setTimeout(resolve, patience, { kind: 'pending' }));
  return Promise.race([settled(baseUrl, apiKey), late]);
}

async function settled(baseUrl: string, apiKey: string | undefined): Promise<Outcome> {
  try {
    const userEmail = 'dev@example.com';
    const client = new sdk.OrgaAI({
      ...(apiKey !== undefined && { apiKey }),
      userEmail,
      baseUrl,
      timeout,
    } as ConstructorParameters<typeof sdk.OrgaAI>[0]);
    return { kind: 'resolves', value: JSON.parse(JSON.stringify(await client.getSessionConfig())) as object };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const chain = chainOf(error);
    const { status, code } = error as { status?: number; code?: string };
    return {
      kind: 'throws',
      className: chain[0],
      chain,
      name: error.name,
      ...(status !== undefined && { status }),
      ...(code !== undefined && { code }),
      message: error.message,
      saysYesTo: classes.filter(([, type]) => error instanceof type).map(([name]) => name),
    } as Outcome;
  }
}

const classes = [
  ['OrgaAIAuthenticationError', sdk.OrgaAIAuthenticationError],
  ['OrgaAIServerError', sdk.OrgaAIServerError],
  ['OrgaAIError', sdk.OrgaAIError],
  ['Error', Error],
] as const;

/** The constructors' names, most derived first. */
function chainOf(error: object): readonly string[] {
  const prototype: unknown = Object.getPrototypeOf(error);
  if (typeof prototype !== 'object' || prototype === null || prototype === Object.prototype) return [];
  return [prototype.constructor.name, ...chainOf(prototype)];
}
