import type { Endpoint, LogEntry, LogEntryOf } from '../../session/log.ts';
import { isReservedHost } from '../../webrtc/iceServers.ts';
import type { ReplayReply, TokenStandIn } from './replayScenario.ts';

export type Timing = 'recorded' | 'compressed';

/** ms */
const compressedDelay = 20;

/** Headers of the transfer, which is another one now, and of CORS, which the simulation decides. */
const ofTheTransfer =
  /^(?:content-length|content-encoding|transfer-encoding|connection|keep-alive|access-control-.*)$/i;

/** How hosts of ICE servers are renamed in a text, so that nothing leaves the machine. */
export type RenameServers = (text: string) => string;

/** The replies of the log in order, by endpoint. */
export function replayReplies(
  log: readonly LogEntry[],
  timing: Timing,
  rename: RenameServers,
): {
  readonly replies: Partial<Record<Endpoint, readonly ReplayReply[]>>;
  readonly foresight: readonly string[];
} {
  const responses = new Map<string, LogEntryOf<'response'>>();
  const errors = new Map<string, LogEntryOf<'rest-error'>>();
  for (const entry of log) {
    if (entry.kind === 'response') responses.set(entry.request, entry);
    if (entry.kind === 'rest-error') errors.set(entry.request.id, entry);
  }
  const replies: Partial<Record<Endpoint, ReplayReply[]>> = {};
  const foresight: string[] = [];
  for (const entry of log) {
    if (entry.kind !== 'request') continue;
    const response = responses.get(entry.request);
    if (response?.body.length === cut && response.bodyBytes > cut) {
      foresight.push(
        `The reply to ${entry.method} ${entry.endpoint} was kept up to 64 KiB of ${response.bodyBytes.toLocaleString('en')} bytes: only that much is replayed.`,
      );
    }
    const reply = replyOf(entry, response, errors.get(entry.request), { timing, rename });
    (replies[entry.endpoint] ??= []).push(reply);
  }
  return { replies, foresight };
}

const cut = 64 * 1024;

function replyOf(
  { endpoint }: LogEntryOf<'request'>,
  response: LogEntryOf<'response'> | undefined,
  error: LogEntryOf<'rest-error'> | undefined,
  { timing, rename }: { readonly timing: Timing; readonly rename: RenameServers },
): ReplayReply {
  const paced = (ms: number) => Math.round(timing === 'recorded' ? ms : Math.min(ms, compressedDelay));
  if (response === undefined) {
    if (error === undefined) return { kind: 'own' };
    return error.failure.reason === 'timeout'
      ? { kind: 'silence' }
      : { kind: 'refused', delay: compressedDelay };
  }
  const headers = Object.fromEntries(
    Object.entries(response.headers).filter(([name]) => !ofTheTransfer.test(name) && name !== '__proto__'),
  );
  const { status } = response;
  const body = rename(response.body);
  const delay = paced(response.headersAfter);
  if (error?.failure.reason === 'timeout') return { kind: 'stalled', status, headers, body, delay };
  return {
    kind: 'reply',
    status,
    headers,
    body,
    delay,
    ...(endpoint === 'calls' && error === undefined && { answers: true as const }),
    ...(response.redirected && { redirected: true as const }),
  };
}

/** What each token of the log was in relation to its arrival, by pseudonym. */
export function replayTokens(log: readonly LogEntry[]): Record<string, TokenStandIn> {
  const tokens: Record<string, TokenStandIn> = {};
  for (const entry of log) {
    if (entry.kind !== 'token' || Object.hasOwn(tokens, entry.token) || entry.token === '__proto__') continue;
    const { issuedAt, expiresAt, expiresAtText } = entry;
    const now = entry.wallClock / 1000;
    tokens[entry.token] = {
      ...(issuedAt !== undefined && { issuedBefore: tenths(now - issuedAt) }),
      ...(expiresAt !== undefined && { expiresAfter: tenths(expiresAt - now) }),
      ...(expiresAtText !== undefined && { expiresAtText }),
    };
  }
  return tokens;
}

function tenths(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}

/** Where nothing listens on this machine; above 1024, as Chromium drops lower ones without a word. */
const closedPort = 20_998;

/**
 * Hosts under a name that can never exist, which the peer connection is not given; or, where the verdict is about
 * servers that did not answer, a closed port of this machine, which does not answer either.
 */
export function serverRenamer(to: 'reserved' | 'closed-port' | 'this-machine'): RenameServers {
  const server = /\b((?:stuns?|turns?):(?:\/\/)?)(\[[0-9a-f:.]+\]|[^\s"'\\/?:[\]]+)(:\d{1,6})?/gi;
  return (text) =>
    text.replace(server, (whole: string, scheme: string, host: string, port: string | undefined) => {
      if (/^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/i.test(host) || isReservedHost(whole)) return whole;
      if (to === 'reserved')
        return `${scheme}${host.replace(/[^a-z0-9.-]+/gi, '-').replace(/^-+|-+$/g, '')}.invalid${port ?? ''}`;
      return `${scheme}127.0.0.1${to === 'closed-port' ? `:${closedPort}` : (port ?? '')}`;
    });
}
