/** The two pages of the app: the simulated one lives one folder deeper, which is its worker's scope. */
export interface Page {
  readonly kind: 'simulated' | 'live';
  /** base URL of the app, with a trailing slash */
  readonly root: URL;
  /** the page's own URL, without query and fragment */
  readonly url: URL;
}

const simulatedFolder = 'simulated/';

/** Tells from its URL which page this is. */
export function readPage(location: URL): Page {
  const folder = new URL('.', location.pathname.endsWith('/simulated') ? `${location.href}/` : location);
  const clean = new URL(folder.pathname, folder.origin);
  if (clean.pathname.endsWith(`/${simulatedFolder}`))
    return { kind: 'simulated', root: new URL('..', clean), url: clean };
  return { kind: 'live', root: clean, url: clean };
}

/**
 * Where a visitor of this URL belongs, if not here: the simulated page is the front door,
 * and only `?target=live` stays at the root.
 */
export function redirectTarget(location: URL): string | undefined {
  const { kind, root } = readPage(location);
  const live = location.searchParams.get('target') === 'live';
  if (kind === 'live' && !live) return new URL(simulatedFolder, root).href + location.search + location.hash;
  if (kind === 'simulated' && live) return root.href + location.search + location.hash;
  return undefined;
}
