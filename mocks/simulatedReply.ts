/** A request as a server sees it. Header names in lower case. */
export interface SimulatedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What comes back. CORS is data: without `access-control-allow-origin` a browser page sees a network error. */
export type SimulatedReply =
  | HttpReply
  /** headers and the beginning of a body that never ends */
  | (Omit<HttpReply, 'kind'> & { readonly kind: 'stalled' })
  /** connection refused, reset, or no such host */
  | { readonly kind: 'refused' }
  /** nothing ever comes */
  | { readonly kind: 'silence' }
  /** the connection is torn down: at once, or after the headers and half of the body */
  | { readonly kind: 'reset'; readonly began?: HttpReply };

export interface HttpReply {
  readonly kind: 'reply';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Instead of the status's own. */
  readonly reason?: string;
  /** So many bytes at a time, with a pause (ms) between. */
  readonly pace?: { readonly bytes: number; readonly pause: number };
}

/** A reply with a JSON body. */
export function jsonReply(status: number, body: unknown, headers: Record<string, string> = {}): HttpReply {
  return {
    kind: 'reply',
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** The service's error envelope (specification, "Error payload"). */
export function envelope(
  status: number,
  message: unknown,
  type = 'invalid_request_error',
  more: { readonly param?: string; readonly code?: string } = {},
): HttpReply {
  const error = { message, type, param: more.param ?? null, code: more.code ?? null };
  return jsonReply(status, { error });
}

/** FastAPI's answer to absent fields, as Pydantic v2 spells it. */
export function validationReply(
  absent: readonly { readonly loc: readonly (string | number)[]; readonly input: unknown }[],
): HttpReply {
  return jsonReply(422, {
    detail: absent.map(({ loc, input }) => ({ type: 'missing', loc, msg: 'Field required', input })),
  });
}

/** Text is sent as it is, as HTML if it looks so; nothing as an empty body; everything else as JSON. */
export function cannedReply(status: number, body: unknown, headers: Record<string, string> = {}): HttpReply {
  if (body === undefined) return { kind: 'reply', status, headers, body: '' };
  if (typeof body !== 'string') return jsonReply(status, body, headers);
  const contentType = body.startsWith('<') ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8';
  return { kind: 'reply', status, headers: { 'content-type': contentType, ...headers }, body };
}

/** Reason phrase of an HTTP/1.1 status line (RFC 9110, section 15); an edge's own status has none. */
export function reasonPhrase(status: number): string {
  return reasonPhrases[status] ?? '';
}

const reasonPhrases: Readonly<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  302: 'Found',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  413: 'Payload Too Large',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** Lower-case hexadecimal digits. `random` gives 0 ≤ x < 1. */
export function randomHex(random: () => number, digits: number): string {
  let hex = '';
  while (hex.length < digits) hex += Math.floor(random() * 16).toString(16);
  return hex;
}

/** An identifier that is no secret: without c and f, so that it never holds the word that marks a secret. */
export function randomId(random: () => number, length: number): string {
  return Array.from({ length }, () =>
    '0123456789abdeghjkmnpqrstvwxyz'.charAt(Math.floor(random() * 30)),
  ).join('');
}
