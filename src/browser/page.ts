/** The two pages of the app: the simulated one lives one folder deeper, which is its worker's scope. */
export interface Page {
  readonly kind: 'simulated' | 'live' | 'watched';
  /** base URL of the app, with a trailing slash */
  readonly root: URL;
  /** the page's own URL, without query and fragment */
  readonly url: URL;
}

const simulatedFolder = 'simulated/';

/** Tells from its URL which page this is. */
export function readPage(location: URL): Page {
  // A path may begin with two slashes: resolved by itself it would name another host.
  const clean = new URL(
    '.',
    location.pathname.endsWith('/simulated') ? `${withoutQuery(location)}/` : location,
  );
  if (clean.pathname.endsWith(`/${simulatedFolder}`))
    return { kind: 'simulated', root: new URL('..', clean), url: clean };
  const kind = location.searchParams.get('target') === 'watched' ? 'watched' : 'live';
  return { kind, root: clean, url: clean };
}

function withoutQuery({ origin, pathname }: URL): string {
  return origin + pathname;
}

/**
 * Where a visitor of this URL belongs, if not here: the simulated page is the front door,
 * and only `?target=live` and `?target=watched` stay at the root.
 */
export function redirectTarget(location: URL): string | undefined {
  const { kind, root } = readPage(location);
  const atRoot = ['live', 'watched'].includes(location.searchParams.get('target') ?? '');
  if (kind !== 'simulated' && !atRoot)
    return new URL(simulatedFolder, root).href + location.search + location.hash;
  if (kind === 'simulated' && atRoot) return root.href + location.search + location.hash;
  return undefined;
}
