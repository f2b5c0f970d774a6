import type { IceServerFacts, LogEntryOf } from '../session/log.ts';
import { type IceUrl, isReservedHost, parseIceUrl } from '../webrtc/iceServers.ts';

/** What became of one URL of the ICE servers. */
export interface ServerOutcome {
  /** as it was handed out */
  readonly url: string;
  readonly server: IceUrl;
  /** how it is spoken to */
  readonly over: 'udp' | 'tcp' | 'tls';
  readonly relay: boolean;
  /**
   * `refused`: it answered with an error; `no-connection`: TCP or TLS did not come up; `nothing`: gathering ended without
   * a candidate or an error from it; `silent`: it had not answered when gathering was last seen going on.
   */
  readonly result: 'answered' | 'refused' | 'timed-out' | 'no-connection' | 'lookup' | 'nothing' | 'silent';
  /** STUN error code of `refused`, where the browser gives the true one */
  readonly errorCode?: number;
  readonly errorText?: string;
  /** the entry that shows it, and its time */
  readonly proof?: { readonly entry: string; readonly at: number };
  /** epoch ms, of the credentials */
  readonly expiresAt?: number;
}

/** What is known of gathering. */
export interface Gathering {
  readonly servers: readonly IceServerFacts[];
  readonly leftOut: readonly string[];
  readonly policy: 'all' | 'relay';
  readonly candidates: readonly LogEntryOf<'candidate'>[];
  readonly errors: readonly LogEntryOf<'candidate-error'>[];
  readonly silences: readonly LogEntryOf<'watch'>[];
  /** ms since the run began */
  readonly beganAt?: number;
  readonly complete: boolean;
}

/** Firefox gives no text; it reports an unknown name after some 6 s, an unanswered request after 11 s (failures.md, d). */
const firefoxTimeout = 9_500;

/** What became of each URL that the peer connection was given; with the policy `relay`, STUN servers are not asked. */
export function serverOutcomes(gathering: Gathering): readonly ServerOutcome[] {
  const { servers, leftOut, policy } = gathering;
  return servers.flatMap((facts) =>
    facts.urls.flatMap((url) => {
      const server = leftOut.includes(url) ? undefined : parseIceUrl(url);
      if (server === undefined || (policy === 'relay' && server.scheme.startsWith('stun'))) return [];
      return [outcomeOf(url, server, facts, gathering)];
    }),
  );
}

function outcomeOf(
  url: string,
  server: IceUrl,
  { expiresAt }: IceServerFacts,
  gathering: Gathering,
): ServerOutcome {
  const over = server.scheme.endsWith('s') ? 'tls' : server.transport === 'tcp' ? 'tcp' : 'udp';
  const known = {
    url,
    server,
    over,
    relay: server.scheme.startsWith('turn'),
    ...(expiresAt !== undefined && { expiresAt: expiresAt * 1_000 }),
  } as const;

  const candidate = candidateOf(known, gathering);
  if (candidate !== undefined) return { ...known, result: 'answered', proof: proof(candidate) };

  const errors = gathering.errors.filter((error) => isAbout(error.url, known, gathering));
  // A refusal says most. Chromium gives `code % 100` for errors of STUN bindings (ecosystem.md, section 14).
  const refusal = errors.find(({ errorCode }) => errorCode >= 300 && errorCode < 700);
  const odd = errors.find(({ errorCode }) => errorCode > 0 && errorCode !== 701);
  const said =
    refusal ?? (known.relay ? undefined : odd) ?? errors.find(({ errorCode }) => errorCode === 701);
  if (said === undefined) {
    const silence = gathering.silences.find(
      ({ watch, subject }) => watch === 'ice-server' && isAbout(subject ?? '', known, gathering),
    );
    if (silence !== undefined) return { ...known, result: 'silent', proof: proof(silence) };
    return { ...known, result: gathering.complete ? 'nothing' : 'silent' };
  }
  const { errorCode, errorText } = said;
  return {
    ...known,
    result: errorCode === 701 ? unreachable(said, known, gathering.beganAt) : 'refused',
    ...(errorCode >= 300 && { errorCode }),
    ...(errorText !== '' && { errorText }),
    proof: proof(said),
  };
}

type Known = Pick<ServerOutcome, 'url' | 'server' | 'over' | 'relay'>;

function unreachable(
  { errorText, at }: LogEntryOf<'candidate-error'>,
  { url, server, over }: Known,
  beganAt: number | undefined,
): 'timed-out' | 'no-connection' | 'lookup' {
  if (/lookup|resol/i.test(errorText)) return 'lookup';
  if (/timed out/i.test(errorText)) return 'timed-out';
  if (/establish connection/i.test(errorText)) return 'no-connection';
  const named = !/^[\d.]+$|^\[/.test(server.host);
  if (named && isReservedHost(url)) return 'lookup';
  const after = beganAt === undefined ? undefined : at - beganAt;
  if (over !== 'udp') return named && after !== undefined && after > 4_000 ? 'lookup' : 'no-connection';
  return named && after !== undefined && after < firefoxTimeout ? 'lookup' : 'timed-out';
}

/** The candidate that this server gave: browsers name it, older ones only by the candidate's type. */
function candidateOf(known: Known, { candidates, errors }: Gathering): LogEntryOf<'candidate'> | undefined {
  const type = known.relay ? / typ relay/ : / typ srflx/;
  return candidates.find((entry) => {
    if (!type.test(entry.candidate)) return false;
    // A second STUN server that sees the same address gives no candidate of its own: one speaks for all.
    if (!known.relay) return !errors.some(({ url }) => sameServer(url, known));
    if (entry.url !== undefined && entry.url !== '') return sameServer(entry.url, known);
    return !errors.some(({ url }) => sameServer(url, known));
  });
}

/** Firefox leaves `?transport=` out; Chromium asks each TURN server over UDP for a STUN binding, by a URL of its own making. */
function isAbout(url: string, known: Known, { servers }: Gathering): boolean {
  if (sameServer(url, known)) return true;
  const asked = parseIceUrl(url);
  if (asked?.scheme !== 'stun' || !known.relay || known.over !== 'udp') return false;
  if (asked.host !== known.server.host || asked.port !== known.server.port) return false;
  return !servers.some(({ urls }) => urls.includes(url));
}

function sameServer(url: string, { url: own, server, over }: Known): boolean {
  if (url === own) return true;
  const seen = parseIceUrl(url);
  if (seen?.scheme !== server.scheme || seen.host !== server.host || seen.port !== server.port) return false;
  return seen.transport === undefined || over === 'tls' || seen.transport === over;
}

function proof({ id, at }: { readonly id: string; readonly at: number }) {
  return { entry: id, at };
}
