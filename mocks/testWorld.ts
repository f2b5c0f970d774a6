import { defaultSwitches, type Switches } from '../src/core/session/switches.ts';
import { createBackend } from './backend.ts';
import { fieldsOf } from './fieldsOf.ts';
import { appOrigin, serviceOrigin, sessionPath, simulatedApiKey } from './origins.ts';
import { createService } from './service.ts';
import type { SimulatedReply, SimulatedRequest } from './simulatedReply.ts';
import type { TokenLedger } from './simulatedToken.ts';
import type { World } from './world.ts';

/** A reply as a test reads it: JSON parsed. */
export interface Seen {
  readonly kind: SimulatedReply['kind'];
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const goodOffer = '{"offer":{"type":"offer","sdp":"v=0"},"params":{}}';

/** A simulated world with a clock that moves only when told to, for tests in Node. */
export function testWorld(
  world: World = {},
  switches: Partial<Switches> = {},
  ledger: TokenLedger = new Map(),
) {
  const clock = { ms: Date.UTC(2025, 10, 11, 11, 34, 43, 252) };
  const dice = { rolled: 0 };
  const random = (): number => {
    dice.rolled += 1;
    return (dice.rolled * 0.618_034) % 1;
  };
  const effective = { ...defaultSwitches, latency: 0, ...world.switches, ...switches };
  const shared = {
    world,
    switches: effective,
    apiKey: simulatedApiKey,
    ledger,
    now: () => clock.ms,
    random,
  };
  const service = createService({
    ...shared,
    wait: async () => {},
    answerOffer: async (sdp) =>
      sdp.startsWith('v=0') ? { answerSdp: 'v=0 answer' } : { unusable: 'no SDP' },
  });
  const backend = createBackend({
    ...shared,
    service,
    // Time limits are longer than everything else: a task later, so that what is ready comes first.
    wait: () => new Promise((resolve) => setTimeout(resolve, 5)),
  });

  const send = async (request: Partial<SimulatedRequest> & { url: string }): Promise<Seen> =>
    seen(await service.handle({ method: 'GET', headers: {}, body: '', ...request }));

  return {
    clock,
    send,
    clientSecrets: (credential = simulatedApiKey, query = '?email=a%40b.test') =>
      send({ method: 'POST', url: at(`client-secrets${query}`), headers: bearer(credential) }),
    iceConfig: (token?: string) => send({ url: at('ice-config'), headers: bearer(token) }),
    call: (token?: string, body = goodOffer) =>
      send({ method: 'POST', url: at('calls'), headers: bearer(token), body }),
    session: async (path = sessionPath): Promise<Seen> =>
      seen(await backend.handle({ method: 'GET', url: appOrigin + path, headers: {}, body: '' })),
    async token(): Promise<string> {
      const { body } = await this.clientSecrets();
      return String(fieldsOf(body).get('ephemeral_token'));
    },
  };
}

function at(path: string): string {
  return `${serviceOrigin}/v1/realtime/${path}`;
}

function bearer(credential: string | undefined): Record<string, string> {
  return credential === undefined ? {} : { authorization: `Bearer ${credential}` };
}

function seen(reply: SimulatedReply): Seen {
  if (!('status' in reply)) return { kind: reply.kind, headers: {}, body: undefined };
  return { ...reply, body: readBody(reply.body) };
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
