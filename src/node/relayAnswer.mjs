/** The page sends the per-start secret in this header; a foreign page cannot without a preflight, which is refused. */
export const secretHeader = 'x-relay-secret';

/** Nothing that is relayed may be kept, or act as a page of this origin. */
export const safeHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} why
 * @param {string} [what] value of `x-relay`, by which the page tells the relay's own answers from those it relays
 */
export function refuse(response, status, why, what = 'refused') {
  response.writeHead(status, { 'content-type': 'application/json', 'x-relay': what, ...safeHeaders });
  response.end(JSON.stringify({ relay: what, message: why }));
}
