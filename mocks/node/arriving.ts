import type { RequestAlteration, RequestFaults } from '../../src/core/session/alteration.ts';
import type { Endpoint } from '../../src/core/session/log.ts';
import { fieldsOf } from '../fieldsOf.ts';
import { simulatedApiKey, wrongApiKey } from '../origins.ts';
import type { PlayableScenario } from '../scenarios/scenario.ts';
import type { SimulatedRequest } from '../simulatedReply.ts';
import type { World } from '../world.ts';

/**
 * The world of a scenario for a client that does nothing wrong by itself: what the debugger would get wrong on purpose
 * has happened when the request arrives, so that every scenario can be played to everybody.
 */
export function worldFor({ world, request }: PlayableScenario): World {
  switch (request?.again) {
    case undefined:
      return world;
    case 'ice-config':
      return { ...world, tokens: { ...world.tokens, spent: true } };
    // ICE config came before, or with the token: only the call looks at it.
    case 'token':
    case 'offer':
    case 'call':
    case 'connection':
      return { ...world, tokens: { ...world.tokens, spent: true, passIceConfig: true } };
  }
}

/** The request as it would be if its sender had got wrong what the scenario says. */
export function arriving(
  request: SimulatedRequest,
  endpoint: Endpoint,
  scenario: PlayableScenario,
): SimulatedRequest {
  const alterations = (scenario.request?.alterations ?? []).filter((each) => each.endpoint === endpoint);
  const asked = endpoint === 'client-secrets' ? withKeyAndEmail(request, scenario) : request;
  return alterations.reduce(alter, asked);
}

/** How long the request is held back, ms: a token that was fetched long before it is used. */
export function heldBack(endpoint: Endpoint, { request }: PlayableScenario): number {
  return endpoint === 'calls' ? ((request satisfies RequestFaults | undefined)?.waitBeforeCall ?? 0) : 0;
}

/** Whoever tests with a key of the right form need not know the simulated one. */
export function withKnownKey(request: SimulatedRequest): SimulatedRequest {
  const isKey = /^Bearer sk_orga_ai_\S+$/i.test(request.headers['authorization'] ?? '');
  return isKey ? withCredential(request, simulatedApiKey) : request;
}

/** Where the backend's key is wrong, everybody's is: a stranger's backend need not get anything wrong by itself. */
function withKeyAndEmail(request: SimulatedRequest, { world, settings }: PlayableScenario): SimulatedRequest {
  const keyed = world.backend?.apiKey === 'wrong' ? withCredential(request, wrongApiKey) : request;
  const { email } = settings ?? {};
  return email === undefined ? keyed : withUrl(keyed, (url) => url.searchParams.set('email', email));
}

function alter(request: SimulatedRequest, alteration: RequestAlteration): SimulatedRequest {
  const { omitAuthorization, credential, omitField, omitBody, body, offerSdp, params, path } = alteration;
  let altered = request;
  if (omitAuthorization) altered = withCredential(altered, undefined);
  if (credential !== undefined) altered = withCredential(altered, literal(credential));
  if (omitField === 'email') altered = withUrl(altered, (url) => url.searchParams.delete('email'));
  if (omitField === 'offer' || omitField === 'params') {
    altered = withBody(altered, (fields) => fields.delete(omitField));
  }
  if (params !== undefined) {
    altered = withBody(altered, (fields) => {
      fields.set('params', { ...Object.fromEntries(fieldsOf(fields.get('params'))), ...params });
    });
  }
  if (offerSdp !== undefined) {
    altered = withBody(altered, (fields) => {
      fields.set('offer', { ...Object.fromEntries(fieldsOf(fields.get('offer'))), sdp: offerSdp });
    });
  }
  if (body !== undefined || omitBody) altered = { ...altered, body: body ?? '' };
  return path === undefined
    ? altered
    : withUrl(altered, (url) => {
        url.pathname = path;
      });
}

function literal(credential: NonNullable<RequestAlteration['credential']>): string {
  if (credential === 'api-key') return simulatedApiKey;
  return credential === 'token' ? 'an-ephemeral-token' : credential.literal;
}

function withCredential(request: SimulatedRequest, credential: string | undefined): SimulatedRequest {
  const { authorization: _, ...headers } = request.headers;
  return {
    ...request,
    headers: credential === undefined ? headers : { ...headers, authorization: `Bearer ${credential}` },
  };
}

function withUrl(request: SimulatedRequest, change: (url: URL) => void): SimulatedRequest {
  const url = new URL(request.url);
  change(url);
  return { ...request, url: url.href };
}

/** A body that is no JSON stays as it is. */
function withBody(
  request: SimulatedRequest,
  change: (fields: Map<string, unknown>) => void,
): SimulatedRequest {
  try {
    const fields = fieldsOf(JSON.parse(request.body));
    change(fields);
    return { ...request, body: JSON.stringify(Object.fromEntries(fields)) };
  } catch {
    return request;
  }
}
