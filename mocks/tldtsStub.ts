/**
 * Stands in for `tldts`, the public suffix list behind MSW's cookie jar: 113 kB gzip that no simulated request needs,
 * because none of them sets a cookie.
 */
export function getDomain(host: string): string {
  return host.split('.').slice(-2).join('.');
}
