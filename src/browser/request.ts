import type { RequestAlteration } from '../core/session/alteration.ts';
import { readHeaderLines } from '../core/session/headerLines.ts';
import type { Endpoint } from '../core/session/log.ts';
import type { Settings } from '../core/session/settings.ts';
import { alterRequest } from './alterRequest.ts';

/** What the SDK posts as `offer`: every candidate gathered so far, in the SDP and beside it. */
export interface SessionOffer {
  readonly sdp: string;
  readonly type: string;
  readonly candidates: readonly {
    readonly candidate: string;
    readonly sdpMid: string | null;
    readonly sdpMLineIndex: number | null;
  }[];
}

/** A request before it is put into words: what alterations change. */
export interface RequestDraft {
  readonly endpoint: Endpoint;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly base: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** What follows `Bearer `; undefined sends no Authorization header. */
  readonly bearer: string | undefined;
  readonly json: boolean;
  /** the developer's own, for the session endpoint */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: CallBody | string | undefined;
}

export interface CallBody {
  readonly offer?: SessionOffer;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A request as it is sent. Holds raw secrets: never log it as it is. */
export interface OutgoingRequest {
  readonly endpoint: Endpoint;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly bearer: string | undefined;
  /** Whether the browser adds its cookies: only the session endpoint ever wants them. */
  readonly credentials: Settings['sessionCredentials'];
  /** What was altered on purpose, in words. */
  readonly altered: readonly string[];
}

export interface RequestParts {
  readonly settings: Settings;
  readonly apiKey: string | undefined;
  /** undefined goes out as the text `undefined`, as it does from the SDKs */
  readonly token: string | undefined;
  /** lines of headers for the session endpoint that hold credentials */
  readonly secretHeaders?: string | undefined;
  readonly offer?: SessionOffer;
}

/**
 * Each call exactly as the official SDKs make it (orga-contract.md, sections a and b), then what is altered on purpose:
 * client-secrets is a POST with a JSON content type and no body, ice-config has no content type, and the developer's
 * session endpoint gets a bare GET, unless the settings say what else it wants.
 */
export function buildRequest(
  endpoint: Endpoint,
  parts: RequestParts,
  alterations: readonly RequestAlteration[] = [],
): OutgoingRequest {
  const { draft, altered } = alterRequest(draftRequest(endpoint, parts), parts, alterations);
  return {
    endpoint,
    method: draft.method,
    url: urlOf(draft),
    headers: {
      ...(draft.bearer === undefined ? {} : { Authorization: `Bearer ${draft.bearer}` }),
      ...(draft.json ? { 'Content-Type': 'application/json' } : {}),
      ...draft.headers,
    },
    body: typeof draft.body === 'object' ? JSON.stringify(draft.body) : draft.body,
    bearer: draft.bearer,
    credentials: endpoint === 'session' ? parts.settings.sessionCredentials : 'omit',
    altered,
  };
}

function draftRequest(endpoint: Endpoint, parts: RequestParts): RequestDraft {
  const { settings, apiKey, token, offer } = parts;
  const orga = {
    endpoint,
    base: settings.baseUrl,
    path: `/v1/realtime/${endpoint}`,
    query: {},
    bearer: String(token),
    body: undefined,
  } as const;
  switch (endpoint) {
    case 'client-secrets': {
      const query: Record<string, string> = settings.email === '' ? {} : { email: settings.email };
      return { ...orga, method: 'POST', bearer: String(apiKey), json: true, query };
    }
    case 'ice-config':
      return { ...orga, method: 'GET', json: false };
    case 'calls':
      return {
        ...orga,
        method: 'POST',
        json: true,
        body: { ...(offer === undefined ? {} : { offer }), params: callParams(settings) },
      };
    case 'session':
      return {
        ...orga,
        method: settings.sessionMethod,
        base: settings.sessionEndpoint,
        path: '',
        bearer: undefined,
        json: false,
        ...sessionExtras(parts),
      };
  }
}

/** What the developer's backend wants beyond the SDK's bare GET. A body that is JSON says so, unless told otherwise. */
function sessionExtras({ settings, secretHeaders }: RequestParts): Pick<RequestDraft, 'headers' | 'body'> {
  const lines = readHeaderLines(`${settings.sessionHeaders}\n${secretHeaders ?? ''}`);
  const headers = Object.fromEntries(lines.map(({ name, value }) => [name, value]));
  const body = settings.sessionBody === '' ? undefined : settings.sessionBody;
  const says = lines.some(({ name }) => name.toLowerCase() === 'content-type');
  const json = body !== undefined && !says && isJson(body);
  return { headers: { ...(json ? { 'Content-Type': 'application/json' } : {}), ...headers }, body };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The names on the wire, in the SDK's order. */
function callParams(settings: Settings): Readonly<Record<string, unknown>> {
  return {
    voice: settings.voice,
    model: settings.model,
    temperature: settings.temperature,
    return_transcription: settings.transcription,
    instructions: settings.instructions === '' ? null : settings.instructions,
    modalities: settings.modalities,
    history: settings.history,
  };
}

/** The base may carry a path prefix; the session endpoint is a whole URL with a query of its own. */
function urlOf({ endpoint, base, path, query }: RequestDraft): string {
  if (endpoint === 'session') return path === '' ? base : new URL(path, base).href;
  const search = new URLSearchParams(query).toString();
  return `${base.replace(/\/+$/, '')}${path}${search === '' ? '' : `?${search}`}`;
}
