/**
 * Narrows what this page may connect to. A second policy in a meta element can only take away,
 * so this holds until the page is left (CSP level 3, section 3.3).
 */
export function allowConnectionsOnlyTo(origins: readonly string[]): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = `connect-src 'self' ${origins.join(' ')}`;
  document.head.append(meta);
}

interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL: (url: string) => string }): unknown;
}

/**
 * The page's only Trusted Types policy: the given worker scripts become script URLs, nothing else does.
 * Browsers without Trusted Types need none.
 */
export function admitOnlyWorkers(workerUrls: readonly string[]): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (workerUrls.includes(new URL(url, document.baseURI).href)) return url;
      throw new TypeError(`This page runs no script from ${url}.`);
    },
  });
}
