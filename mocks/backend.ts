import { type NodeSdkCause, type NodeSdkEndpoint, nodeSdkError } from '../src/core/sdk/nodeSdk.ts';
import { createFaultLine, meetFault } from './faults.ts';
import { fieldsOf } from './fieldsOf.ts';
import { loginPath, serviceOrigin, sessionPath, wrongApiKey } from './origins.ts';
import { createRecordedPlayer } from './recordedReply.ts';
import { dresser, type Service, type ServiceOptions } from './service.ts';
import {
  cannedReply,
  type HttpReply,
  jsonReply,
  reasonPhrase,
  type SimulatedReply,
  type SimulatedRequest,
} from './simulatedReply.ts';

export type BackendOptions = Pick<
  ServiceOptions,
  'world' | 'switches' | 'apiKey' | 'ledger' | 'now' | 'random' | 'wait'
> & { readonly service: Service };

export interface Backend {
  handle(request: SimulatedRequest): Promise<SimulatedReply>;
}

/** What the SDK gives a backend that it satisfies: absent fields vanish in the JSON, as with the real one. */
interface SessionConfig {
  readonly ephemeralToken?: unknown;
  readonly iceServers?: unknown;
}

type Obtained<T> =
  | { readonly value: T }
  | { readonly at: NodeSdkEndpoint; readonly cause: NodeSdkCause }
  /** the SDK waits without limit for a body that never ends */
  | { readonly waitsForEver: true };

/** The SDK's own `timeout`, per request, ms. */
const sdkTimeout = 10_000;

/**
 * The developer's own application with its session endpoint, built on `@orga-ai/node` 1.0.0-beta.1:
 * it calls the service as a server would, where there is no CORS, and never reads an error's body
 * (orga-contract.md, section c).
 */
export function createBackend(options: BackendOptions): Backend {
  const { world, switches, now, random } = options;
  const nextFault = createFaultLine(world);
  const playRecorded = createRecordedPlayer(options, options.wait);
  let cached: SessionConfig | undefined;

  async function session(): Promise<SimulatedReply> {
    if (cached !== undefined) return jsonReply(200, cached);
    const obtained = await sessionConfig(options);
    if ('waitsForEver' in obtained) return { kind: 'silence' };
    if ('cause' in obtained) return errorReply(world.backend?.style ?? 'forwarding', obtained);
    if (world.backend?.caches) cached = obtained.value;
    return jsonReply(200, obtained.value);
  }

  return {
    async handle(request) {
      const dress = dresser(switches.exposeRequestId, now, random);
      const { pathname } = new URL(request.url);
      if (pathname === loginPath) return dress(cannedReply(200, loginPage));
      if (request.method !== 'GET' || pathname !== sessionPath) {
        return dress(cannedReply(404, `Cannot ${request.method} ${pathname}`));
      }
      const own = async () => {
        const reply = await session();
        return reply.kind === 'reply' ? dress(reply) : reply;
      };
      return meetFault(nextFault('session'), options.wait, dress, own, playRecorded);
    },
  };
}

const loginPage =
  '<!doctype html>\n<html><head><title>Sign in</title></head><body><form method="post"><h1>Sign in</h1></form></body></html>\n';

function errorReply(
  style: 'forwarding' | 'opaque',
  failed: { readonly at: NodeSdkEndpoint; readonly cause: NodeSdkCause },
): HttpReply {
  if (style === 'opaque') return cannedReply(500, 'Internal Server Error');
  const { name, code, status, message } = nodeSdkError(failed.at, failed.cause, 'published');
  return jsonReply(status ?? 500, { error: { name, code, status, message } });
}

/** `getSessionConfig()` of the published package. */
async function sessionConfig(options: BackendOptions): Promise<Obtained<SessionConfig>> {
  const keys = { valid: options.apiKey, wrong: wrongApiKey, unset: undefined };
  const apiKey = keys[options.world.backend?.apiKey ?? 'valid'];
  if (apiKey === undefined) {
    return { at: 'client-secrets', cause: { kind: 'constructor', message: 'API key is required' } };
  }
  const secrets = await fetchJson(options, 'client-secrets', {
    method: 'POST',
    url: `${serviceOrigin}/v1/realtime/client-secrets?email=dev%40example.com`,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: '',
  });
  if (!('value' in secrets)) return secrets;
  const ephemeralToken = secrets.value.get('ephemeral_token');
  const config = await fetchJson(options, 'ice-config', {
    method: 'GET',
    url: `${serviceOrigin}/v1/realtime/ice-config`,
    // Without a token the SDK sends the word `undefined`.
    headers: { authorization: `Bearer ${String(ephemeralToken)}` },
    body: '',
  });
  if (!('value' in config)) return config;
  return { value: { ephemeralToken, iceServers: config.value.get('iceServers') } };
}

async function fetchJson(
  options: BackendOptions,
  at: NodeSdkEndpoint,
  request: SimulatedRequest,
): Promise<Obtained<ReadonlyMap<string, unknown>>> {
  const timeout = options.wait(options.world.backend?.timeout ?? sdkTimeout);
  const reply = await Promise.race([options.service.handle(request), timeout.then(() => 'timeout' as const)]);
  if (reply === 'timeout') return { at, cause: { kind: 'timeout' } };
  switch (reply.kind) {
    case 'silence':
      await timeout;
      return { at, cause: { kind: 'timeout' } };
    case 'refused':
    case 'reset':
      return { at, cause: { kind: 'network' } };
    case 'stalled':
      return { waitsForEver: true };
    case 'reply':
      if (reply.status < 200 || reply.status > 299) {
        return {
          at,
          cause: {
            kind: 'http',
            status: reply.status,
            statusText: reply.reason ?? reasonPhrase(reply.status),
          },
        };
      }
      return readJson(at, reply.body);
  }
}

function readJson(at: NodeSdkEndpoint, body: string): Obtained<ReadonlyMap<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    if (value !== null) return { value: fieldsOf(value) };
    const field = at === 'client-secrets' ? 'ephemeral_token' : 'iceServers';
    return {
      at,
      cause: { kind: 'json', text: `Cannot read properties of null (reading '${field}')` },
    };
  } catch (error) {
    return { at, cause: { kind: 'json', text: error instanceof Error ? error.message : String(error) } };
  }
}
