import type { Fault } from '../world.ts';

/** The service's error envelope, instead of its own answer. */
export function envelopeFault(
  status: number,
  message: string,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Fault {
  const error = { message, type, param: null, code: null };
  return { kind: 'reply', reply: { status, headers, body: { error } } };
}

/** A page in HTML, as an edge, a proxy or a web framework shows it. */
export function pageFault(status: number, title: string, text: string): Fault {
  const head = `<head><title>${title}</title></head>`;
  const body = `<!doctype html>\n<html>${head}<body><h1>${title}</h1><p>${text}</p></body></html>\n`;
  return { kind: 'reply', reply: { status, body } };
}

// No body of a 5xx or a 429 is documented: an envelope, a page, plain text and nothing at all are equally likely.
export const internalError = envelopeFault(500, 'Internal server error.', 'server_error');
export const plainError: Fault = { kind: 'reply', reply: { status: 500, body: 'Internal Server Error' } };
export const badGateway = pageFault(502, '502 Bad Gateway', 'The server returned an invalid response.');
export const unavailable = envelopeFault(503, 'The service is temporarily unavailable.', 'server_error');
export const gatewayTimeout: Fault = { kind: 'reply', reply: { status: 504 } };
/** 524: the edge reached the origin and waited in vain (Cloudflare's own status). */
export const edgeTimeout = pageFault(524, '524: A timeout occurred', 'The origin web server timed out.');

export const limited = envelopeFault(429, 'Too many requests.', 'rate_limit_error');
export const limitedFor30Seconds = envelopeFault(429, 'Too many requests.', 'rate_limit_error', {
  'retry-after': '30',
  'access-control-expose-headers': 'x-request-id, retry-after',
});

export const webPage = pageFault(200, 'Welcome', 'Everything is fine here.');
export const errorWith200 = envelopeFault(200, 'Something went wrong.', 'server_error');
export const notJson: Fault = { kind: 'reply', reply: { status: 200, body: 'iceServers = stun, turn' } };
