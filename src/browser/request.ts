import type { RequestAlteration } from '../core/session/alteration.ts';
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
  readonly method: 'GET' | 'POST';
  readonly base: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** What follows `Bearer `; undefined sends no Authorization header. */
  readonly bearer: string | undefined;
  readonly json: boolean;
  readonly body: CallBody | string | undefined;
}

export interface CallBody {
  readonly offer?: SessionOffer;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A request as it is sent. Holds raw secrets: never log it as it is. */
export interface OutgoingRequest {
  readonly endpoint: Endpoint;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly bearer: string | undefined;
  /** What was altered on purpose, in words. */
  readonly altered: readonly string[];
}

export interface RequestParts {
  readonly settings: Settings;
  readonly apiKey: string | undefined;
  /** undefined goes out as the text `undefined`, as it does from the SDKs */
  readonly token: string | undefined;
  readonly offer?: SessionOffer;
}

/**
 * Each call exactly as the official SDKs make it (orga-contract.md, sections a and b), then what is altered on purpose:
 * client-secrets is a POST with a JSON content type and no body, ice-config has no content type, and the developer's
 * session endpoint gets a bare GET.
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
    },
    body: typeof draft.body === 'object' ? JSON.stringify(draft.body) : draft.body,
    bearer: draft.bearer,
    altered,
  };
}

function draftRequest(endpoint: Endpoint, { settings, apiKey, token, offer }: RequestParts): RequestDraft {
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
        method: 'GET',
        base: settings.sessionEndpoint,
        path: '',
        bearer: undefined,
        json: false,
      };
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
