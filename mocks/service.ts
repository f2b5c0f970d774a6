import type { Endpoint } from '../src/core/session/log.ts';
import type { Switches } from '../src/core/session/switches.ts';
import { readCall } from './callBody.ts';
import { createFaultLine, meetFault } from './faults.ts';
import { simulatedIceServers } from './iceServers.ts';
import { unknownUser } from './origins.ts';
import { createRecordedPlayer } from './recordedReply.ts';
import {
  envelope,
  type HttpReply,
  jsonReply,
  randomId,
  type SimulatedReply,
  type SimulatedRequest,
  validationReply,
} from './simulatedReply.ts';
import { mintToken, type TokenLedger, tokenTrouble } from './simulatedToken.ts';
import type { World } from './world.ts';

/** What the far end knows of the session that it answers. */
export interface CalledSession {
  readonly conversationId: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export type AnsweredOffer =
  | { readonly answerSdp: string }
  | { readonly unusable: string }
  /** nothing is wrong with the offer, but there is nobody left to answer it */
  | { readonly busy: string };

export interface ServiceOptions {
  readonly world: World;
  readonly switches: Switches;
  /** the one API key that is accepted */
  readonly apiKey: string;
  readonly ledger: TokenLedger;
  /** epoch ms */
  readonly now: () => number;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly answerOffer: (offerSdp: string, session: CalledSession) => Promise<AnsweredOffer>;
}

export interface Service {
  handle(request: SimulatedRequest): Promise<SimulatedReply>;
}

type ServiceEndpoint = Exclude<Endpoint, 'session'>;

/**
 * The simulated Orga API, stateful as the real one. Bodies and statuses as documented (orga-contract.md, section a);
 * what is only inferred is a switch. Order of checks: JSON syntax, authentication, required fields.
 */
export function createService(options: ServiceOptions): Service {
  const { world, switches, random, wait } = options;
  const nextFault = createFaultLine(world);
  const playRecorded = createRecordedPlayer(options, wait);
  const tokensAsked = { count: 0 };

  const work = (endpoint: ServiceEndpoint, request: SimulatedRequest): Promise<HttpReply> | HttpReply => {
    switch (endpoint) {
      case 'client-secrets':
        return clientSecrets(options, request, tokensAsked);
      case 'ice-config':
        return iceConfig(options, request);
      case 'calls':
        return call(options, request);
    }
  };

  return {
    async handle(request) {
      await wait(switches.latency);
      const dress = dresser(switches.exposeRequestId, options.now, random);
      const endpoint = misplaced(request, world) ?? endpointOf(request);
      if (endpoint === undefined) return dress(envelope(404, 'Not Found', 'not_found_error'));
      const own = async () => dress(await work(endpoint, request));
      return meetFault(nextFault(endpoint), wait, dress, own, playRecorded);
    },
  };
}

/** Adds what every reply of a server carries, unless the reply has its own. */
export function dresser(
  exposeRequestId: boolean,
  now: () => number,
  random: () => number,
): (reply: HttpReply) => HttpReply {
  return (reply) => ({
    ...reply,
    headers: {
      date: new Date(now()).toUTCString(),
      'x-request-id': `req_${randomId(random, 24)}`,
      'access-control-allow-origin': '*',
      ...(exposeRequestId ? { 'access-control-expose-headers': 'x-request-id, retry-after' } : {}),
      ...reply.headers,
    },
  });
}

/** In a recorded world, what was asked for in the wrong place was answered all the same. */
function misplaced({ url }: SimulatedRequest, { paths = {} }: World): ServiceEndpoint | undefined {
  const { pathname } = new URL(url);
  return (['client-secrets', 'ice-config', 'calls'] as const).find((name) => paths[name] === pathname);
}

function endpointOf(request: SimulatedRequest): ServiceEndpoint | undefined {
  switch (`${request.method} ${new URL(request.url).pathname}`) {
    case 'POST /v1/realtime/client-secrets':
      return 'client-secrets';
    case 'GET /v1/realtime/ice-config':
      return 'ice-config';
    case 'POST /v1/realtime/calls':
      return 'calls';
    default:
      return undefined;
  }
}

/** The body's `message` is itself an envelope: so documented for a missing or wrong key. */
function clientSecrets(
  options: ServiceOptions,
  request: SimulatedRequest,
  asked: { count: number },
): HttpReply {
  if (bearer(request) !== options.apiKey) {
    const message = 'Incorrect or inactive API key provided.';
    const error = { message, type: 'invalid_request_error', param: null, code: null };
    return envelope(401, { error });
  }
  const email = new URL(request.url).searchParams.get('email') ?? '';
  if (email === '' && options.switches.emailRequired) {
    return validationReply([{ loc: ['query', 'email'], input: null }]);
  }
  if (email === unknownUser) return envelope(404, 'User not found.', 'not_found_error');
  const ages = options.world.tokens?.age ?? [0];
  const { token, expiresAtText } = mintToken(options, ages[Math.min(asked.count, ages.length - 1)] ?? 0);
  asked.count += 1;
  return jsonReply(200, { ephemeral_token: token, token_type: 'bearer', expires_at: expiresAtText });
}

function iceConfig(options: ServiceOptions, request: SimulatedRequest): HttpReply {
  const refusal = refuseToken(options, request, options.world.tokens?.passIceConfig === true);
  if (refusal !== undefined) return refusal;
  if (options.switches.tokenSpentBy === 'ice-config') spend(options, request);
  return jsonReply(200, { iceServers: simulatedIceServers(options.random) });
}

async function call(options: ServiceOptions, request: SimulatedRequest): Promise<HttpReply> {
  const body = readCall(request.body, options.switches.paramsRequired);
  if (body.kind === 'not-json') return body.reply;
  const refusal = refuseToken(options, request, false);
  if (refusal !== undefined) return refusal;
  if (body.kind !== 'call') return body.reply;
  const conversationId = randomId(options.random, 24);
  const answered = await options.answerOffer(body.offerSdp, { conversationId, params: body.params });
  if ('unusable' in answered) return envelope(400, `The SDP offer is unusable: ${answered.unusable}`);
  if ('busy' in answered) return envelope(503, answered.busy, 'server_error');
  // Only a call that succeeds spends its token, and only once: of two at the same time the second is refused.
  const overtaken = refuseToken(options, request, false);
  if (overtaken !== undefined) return overtaken;
  spend(options, request);
  return jsonReply(200, {
    conversation_id: conversationId,
    answer: { sdp: answered.answerSdp, type: 'answer' },
  });
}

function bearer(request: SimulatedRequest): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1]?.trim();
}

function refuseToken(
  options: ServiceOptions,
  request: SimulatedRequest,
  lenient: boolean,
): HttpReply | undefined {
  const token = bearer(request);
  if (token === undefined) return envelope(options.switches.missingAuthorization, 'Not authenticated');
  const trouble = tokenTrouble(options, token);
  if (trouble === undefined || (lenient && trouble !== 'unknown')) return undefined;
  const identifierIn = trouble === 'unknown' ? undefined : options.world.tokens?.identifierIn;
  const type = identifierIn === 'type' ? 'invalid_ephemeral_token' : 'invalid_request_error';
  const code = identifierIn === 'code' ? { code: 'invalid_ephemeral_token' } : {};
  return envelope(401, 'Invalid ephemeral token', type, code);
}

function spend(options: ServiceOptions, request: SimulatedRequest): void {
  const issued = options.ledger.get(bearer(request) ?? '');
  if (issued !== undefined) issued.spent = true;
}
