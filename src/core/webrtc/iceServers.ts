/** As the browser's RTCIceServer. Carries secrets: in memory only. */
export interface RTCIceServerLike {
  readonly urls: string | readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

export interface IceServerProblem {
  /** for example `iceServers[2].urls[0]` */
  readonly where: string;
  readonly kind: 'shape' | 'scheme' | 'host' | 'credentials' | 'no-turn';
  readonly message: string;
}

export interface IceServersReading {
  /** the entries whose shape a browser accepts */
  readonly servers: readonly RTCIceServerLike[];
  readonly problems: readonly IceServerProblem[];
}

/** A STUN or TURN URI taken apart (RFC 7064, RFC 7065). */
export interface IceUrl {
  readonly scheme: 'stun' | 'stuns' | 'turn' | 'turns';
  readonly host: string;
  readonly port: number;
  /** `udp` or `tcp`, of a TURN URI */
  readonly transport?: string;
}

/** Reads what somebody else calls `iceServers`; never throws. Rules after webrtc-pc, "set a configuration". */
export function readIceServers(value: unknown): IceServersReading {
  if (!Array.isArray(value)) {
    return { servers: [], problems: [shape('iceServers', `iceServers is ${nameOf(value)}, not an array.`)] };
  }
  const servers: RTCIceServerLike[] = [];
  const problems: IceServerProblem[] = [];
  value.forEach((item: unknown, index) => {
    const where = `iceServers[${index}]`;
    const server = readServer(item, where, problems);
    if (server === undefined) return;
    servers.push(server);
    checkUrls(server, where, problems);
  });
  const urls = servers.flatMap((server) => urlsOf(server));
  if (urls.length > 0 && !urls.some((url) => /^turns?:/i.test(url))) {
    const message = 'No server is a TURN server: where UDP is blocked there is no path.';
    problems.push({ where: 'iceServers', kind: 'no-turn', message });
  }
  return { servers, problems };
}

/** The URLs of one server, whichever of the two shapes it has. */
export function urlsOf(server: RTCIceServerLike): readonly string[] {
  return typeof server.urls === 'string' ? [server.urls] : server.urls;
}

const schemes: readonly IceUrl['scheme'][] = ['stun', 'stuns', 'turn', 'turns'];

/** Takes a STUN or TURN URI apart; `undefined` where it is none. */
export function parseIceUrl(url: string): IceUrl | undefined {
  const match =
    /^(stuns?|turns?):(\[[0-9a-f:.]+\]|[^:?#/[\]\s]+)(?::(\d{1,5}))?(?:\?transport=(\w+))?$/i.exec(url);
  const scheme = schemes.find((known) => known === match?.[1]?.toLowerCase());
  const host = match?.[2];
  if (host === undefined || scheme === undefined) return undefined;
  const port = match?.[3] === undefined ? (scheme.endsWith('s') ? 5349 : 3478) : Number(match[3]);
  const transport = match?.[4]?.toLowerCase();
  return { scheme, host: host.toLowerCase(), port, ...(transport === undefined ? {} : { transport }) };
}

/**
 * Whether the host can never exist: its top-level domain is `test`, `invalid` or `example` (RFC 6761, RFC 2606).
 * `localhost` is reserved too, but resolves, so it does not count. Takes a STUN, TURN or HTTP URL.
 */
export function isReservedHost(url: string): boolean {
  const host = /^[a-z][a-z0-9+.-]*:(?:\/\/)?(?:[^@/?#]*@)?([^:/?#[\]\s]+)/i.exec(url.trim())?.[1];
  return host !== undefined && /(?:^|\.)(?:test|invalid|example)\.?$/i.test(host);
}

function readServer(
  item: unknown,
  where: string,
  problems: IceServerProblem[],
): RTCIceServerLike | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    problems.push(shape(where, `${where} is ${nameOf(item)}, not an object with urls.`));
    return undefined;
  }
  const urls: unknown = 'urls' in item ? item.urls : undefined;
  if (!isUrls(urls)) {
    const old = 'url' in item ? ' `url` is the old spelling, browsers have dropped it.' : '';
    problems.push(
      shape(`${where}.urls`, `${where}.urls is ${nameOf(urls)}, not a URL or a list of them.${old}`),
    );
    return undefined;
  }
  const username = textMember(item, 'username', where, problems);
  const credential = textMember(item, 'credential', where, problems);
  return {
    urls,
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  };
}

function textMember(
  item: object,
  name: 'username' | 'credential',
  where: string,
  problems: IceServerProblem[],
): string | undefined {
  const value: unknown = Object.entries(item).find(([key]) => key === name)?.[1];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  problems.push(shape(`${where}.${name}`, `${where}.${name} is ${nameOf(value)}, not a text.`));
  return undefined;
}

function checkUrls(server: RTCIceServerLike, where: string, problems: IceServerProblem[]): void {
  urlsOf(server).forEach((url, index) => {
    const at = typeof server.urls === 'string' ? `${where}.urls` : `${where}.urls[${index}]`;
    if (!/^(stuns?|turns?):/i.test(url)) {
      problems.push({ where: at, kind: 'scheme', message: `"${url}" is not a stun: or turn: URL.` });
    } else if (parseIceUrl(url) === undefined) {
      problems.push({ where: at, kind: 'host', message: `"${url}" is not scheme:host:port?transport=udp.` });
    } else if (/^turns?:/i.test(url) && (!server.username || !server.credential)) {
      const message = `"${url}" is a TURN server without username and credential.`;
      problems.push({ where: at, kind: 'credentials', message });
    }
  });
}

function isUrls(value: unknown): value is string | readonly string[] {
  if (typeof value === 'string') return true;
  return Array.isArray(value) && value.length > 0 && value.every((url) => typeof url === 'string');
}

function shape(where: string, message: string): IceServerProblem {
  return { where, kind: 'shape', message };
}

/** What a foreign value is, for a message. */
function nameOf(value: unknown): string {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
