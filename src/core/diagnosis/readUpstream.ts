import { ephemeralTokenPrefix, iceServersPrefix, sessionConfigPrefix } from '../sdk/nodeSdk.ts';
import { statusOfPhrase } from '../sdk/reasonPhrase.ts';
import type { Endpoint } from '../session/log.ts';
import type { PassedOn, ReplyReading } from '../session/reply.ts';
import type { Trouble } from './evidence.ts';

/**
 * What the backend met, read from what it passed on and from nothing else: its own status is its own choice.
 * `undefined`: it passed on nothing that says what happened.
 * Source: orga-contract.md section c, the texts of `@orga-ai/node`.
 */
export function readUpstream(reading: ReplyReading, status: number): Trouble | undefined {
  if (reading.passedOn !== undefined) {
    const found = fromSdk(reading.passedOn, reading);
    if (found !== undefined) return found;
  }
  return fromOrga(reading, status);
}

function fromSdk(passedOn: PassedOn, reading: ReplyReading): Trouble | undefined {
  const text = passedOn.message ?? '';
  const http = (at: Endpoint, status: number): Trouble => ({
    what: 'http',
    at,
    forwarded: true,
    status,
    reading,
  });

  const setup = fromConstructor(text);
  if (setup !== undefined) return setup;

  for (const [prefix, at] of [
    [ephemeralTokenPrefix, 'client-secrets'],
    [iceServersPrefix, 'ice-config'],
  ] as const) {
    const phrase = after(text, prefix);
    if (phrase === undefined) continue;
    const status = statusOfPhrase(phrase) ?? passedOn.status;
    // It was answered, by whatever status: what follows are the texts of other cases.
    return status === undefined ? undefined : http(at, status);
  }

  const unusable = fromMissingReply(after(text, sessionConfigPrefix) ?? text);
  if (unusable !== undefined) return unusable;

  if (passedOn.code === 'AUTHENTICATION_ERROR' || passedOn.name === 'OrgaAIAuthenticationError')
    return http('client-secrets', 401);
  if (/api key/i.test(text)) return http('client-secrets', passedOn.status === 403 ? 403 : 401);
  if (/ephemeral token/i.test(text)) return http('ice-config', passedOn.status ?? 401);
  // The SDK makes a SERVER_ERROR of a 401 only at ice-config; at client-secrets it is an AUTHENTICATION_ERROR.
  if (passedOn.status === 401) return http('ice-config', 401);
  if (passedOn.status !== undefined && passedOn.status >= 400) return http('client-secrets', passedOn.status);
  return undefined;
}

function fromConstructor(text: string): Trouble | undefined {
  const place = { what: 'setup', at: 'client-secrets', forwarded: true, text } as const;
  if (/api key is required/i.test(text)) return { ...place, lacks: 'api-key' };
  if (/user email is required/i.test(text)) return { ...place, lacks: 'email' };
  if (/invalid email format/i.test(text)) return { ...place, lacks: 'valid-email' };
  return undefined;
}

/** No usable HTTP response: the SDK says status 500 all the same, so only the text can tell. */
function fromMissingReply(text: string): Trouble | undefined {
  const place = { at: 'client-secrets', forwarded: true } as const;
  if (/operation was aborted|signal is aborted|AbortError|TimeoutError/i.test(text))
    return { ...place, what: 'timeout', phase: 'aborted', text };
  if (
    /fetch failed|failed to fetch|failed to parse url|ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|socket hang up/i.test(
      text,
    )
  )
    return { ...place, what: 'unreachable', text };
  if (/reading 'ephemeral_token'/.test(text))
    return {
      ...place,
      what: 'bad-reply',
      problem: 'field-absent',
      fields: ['ephemeral_token'],
      status: 200,
      text,
    };
  if (/reading 'iceServers'/.test(text))
    return {
      ...place,
      at: 'ice-config',
      what: 'bad-reply',
      problem: 'wrong-shape',
      fields: ['iceServers'],
      status: 200,
      text,
    };
  const problem = jsonProblem(text);
  return problem === undefined
    ? undefined
    : { ...place, what: 'bad-reply', problem, fields: [], status: 200, text };
}

/** V8's texts for what JSON.parse could not read. */
function jsonProblem(text: string): 'html' | 'empty' | 'truncated' | 'not-json' | undefined {
  if (/Unexpected token '?</.test(text)) return 'html';
  if (/Unexpected end of JSON input/.test(text)) return 'empty';
  if (/Unterminated string|Expected .* after|Expected .*property name/.test(text)) return 'truncated';
  return /JSON/.test(text) ? 'not-json' : undefined;
}

/** The backend handed Orga's own error on, as it was. */
function fromOrga(reading: ReplyReading, status: number): Trouble | undefined {
  if (reading.answeredBy !== 'orga') return undefined;
  const http = (at: Endpoint, upstream: number): Trouble => ({
    what: 'http',
    at,
    forwarded: true,
    status: upstream,
    reading,
  });
  const text = reading.message ?? '';
  if (reading.detail !== undefined && reading.detail.length > 0) return http('client-secrets', 422);
  if (reading.format !== 'envelope') return undefined;
  if (/api key/i.test(text)) return http('client-secrets', 401);
  if (/ephemeral token/i.test(text) || [reading.type, reading.code].includes('invalid_ephemeral_token'))
    return http('ice-config', 401);
  if (/not authenticated/i.test(text)) return http('ice-config', status === 401 ? 401 : 403);
  if (reading.type === 'not_found_error') return http('client-secrets', 404);
  return status >= 400 ? http('client-secrets', status) : undefined;
}

function after(text: string, prefix: string): string | undefined {
  const start = text.indexOf(prefix);
  // A trailing space is lost where a backend trims what it passes on.
  if (start < 0) return text.trimEnd().endsWith(prefix.trimEnd()) ? '' : undefined;
  return text.slice(start + prefix.length);
}
