/** Response headers that a page may always read across origins (Fetch standard, CORS-safelisted response-header name). */
const safelisted = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

/** The browser itself acts on this one; the page never sees it. */
const needed = 'location';

/**
 * What is left of a reply's headers once it has crossed origins; undefined when the page may not have the reply at all.
 * A real browser does this; a service worker's answer goes through untouched.
 */
export function readableHeaders(
  headers: Readonly<Record<string, string>>,
): Record<string, string> | undefined {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const all = new Map(lower);
  if (!all.has('access-control-allow-origin')) return undefined;
  const exposed = new Set(
    (all.get('access-control-expose-headers') ?? '').split(',').map((name) => name.trim().toLowerCase()),
  );
  return Object.fromEntries(
    lower.filter(
      ([name]) => safelisted.has(name) || exposed.has(name) || exposed.has('*') || name === needed,
    ),
  );
}
