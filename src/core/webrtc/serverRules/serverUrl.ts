/** A URL of an ICE server, taken apart leniently: every part as it was written. */
export interface ServerUrl {
  readonly url: string;
  /** lower case, without the colon; empty where there is none */
  readonly scheme: string;
  readonly slashes: boolean;
  /** lower case */
  readonly host: string;
  /** digits or not; undefined where there is no colon after the host */
  readonly port: string | undefined;
  /** without the question mark */
  readonly query: string | undefined;
  /** `@`, a path, a fragment or white space: what has no place in such a URL */
  readonly stray: string | undefined;
  readonly username: string | undefined;
  readonly credential: string | undefined;
}

export type Known = 'stun' | 'stuns' | 'turn' | 'turns';

const longest = 2_048;

/** Takes any text apart; what stands after 2,048 characters is left out. */
export function readServerUrl(url: string, username?: string, credential?: string): ServerUrl {
  const bounded = url.slice(0, longest);
  // A host and port without a scheme looks like a scheme: `turn.example.org:3478`.
  const scheme = /^([a-z][a-z0-9+-]*):/i.exec(bounded)?.[1];
  const after = scheme === undefined ? bounded : bounded.slice(scheme.length + 1);
  const beforeFragment = after.replace(/#.*/s, '');
  const question = beforeFragment.indexOf('?');
  const target = question === -1 ? beforeFragment : beforeFragment.slice(0, question);
  const slashes = target.startsWith('//');
  const authority = slashes ? target.slice(2) : target;
  const host = authority.replace(/^(\[[^\]]*\]|[^:]*)(?::.*)?$/s, '$1');
  return {
    url,
    scheme: scheme?.toLowerCase() ?? '',
    slashes,
    host: host.toLowerCase(),
    port: authority === host ? undefined : authority.slice(host.length + 1),
    query: question === -1 ? undefined : beforeFragment.slice(question + 1),
    stray: after.includes('#') ? '#' : /[@/\\\s]/.exec(authority)?.[0],
    username,
    credential,
  };
}

export function isKnown(scheme: string): scheme is Known {
  return ['stun', 'stuns', 'turn', 'turns'].includes(scheme);
}

/** The port, written or by default (RFC 7064, RFC 7065); undefined where it is none. */
export function portOf({ scheme, port }: ServerUrl): number | undefined {
  if (port === undefined) return scheme.endsWith('s') ? 5349 : 3478;
  const number = /^\d{1,9}$/.test(port) ? Number(port) : 0;
  return number >= 1 && number <= 65_535 ? number : undefined;
}

export function isTurn({ scheme }: ServerUrl): boolean {
  return scheme === 'turn' || scheme === 'turns';
}

/** How the browser reaches it: TLS needs TCP, so `transport=udp` does not count with `turns:` (libwebrtc). */
export function transportOf({ scheme, query }: ServerUrl): 'udp' | 'tcp' | 'tls' {
  if (scheme.endsWith('s')) return 'tls';
  return scheme === 'turn' && query?.toLowerCase() === 'transport=tcp' ? 'tcp' : 'udp';
}
