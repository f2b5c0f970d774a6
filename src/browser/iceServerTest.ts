import { parseCandidate } from '../core/webrtc/candidate.ts';
import { type RTCIceServerLike, urlsOf } from '../core/webrtc/iceServers.ts';
import { errorFacts } from './errorFacts.ts';
import { withRoom } from './roomForPeers.ts';
import { waitUntil } from './waitUntil.ts';

/** What one URL of an ICE server list did when it was asked by itself. */
export interface IceServerResult {
  readonly url: string;
  /** `silent`: neither a candidate nor an error came within the limit, or the browser passed the server over */
  readonly result: 'answered' | 'error' | 'silent';
  /** ms from the question to the first answer or error, or to the end of the wait */
  readonly ms: number;
  /** candidate-attributes that the server gave */
  readonly candidates: readonly string[];
  /** of the last icecandidateerror */
  readonly errorCode?: number;
  readonly errorText?: string;
}

export interface IceServerTestLimits {
  /** for each URL, ms */
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** So many servers are asked at a time: a list of 500 must not exhaust the browser's peer connections. */
const atOnce = 8;

/**
 * Gathers against every URL by itself, relays only for TURN, and yields each result as it comes. Aborting ends it
 * without a further result; every peer connection is closed by then.
 */
export async function* testIceServers(
  servers: readonly RTCIceServerLike[],
  limits: IceServerTestLimits,
): AsyncGenerator<IceServerResult, void, void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([limits.signal, stop.signal]);
  const waiting = servers.flatMap(({ urls: _, ...rest }, index) =>
    urlsOf(servers[index] ?? { urls: [] }).map((url) => ({ ...rest, urls: url })),
  );
  const running = new Map<string, Promise<readonly [string, IceServerResult]>>();
  let begun = 0;
  try {
    for (;;) {
      while (running.size < atOnce) {
        const next = waiting[begun];
        if (next === undefined) break;
        const key = String(begun);
        begun += 1;
        running.set(
          key,
          testServer(next, { limit: limits.limit, signal }).then((result) => [key, result]),
        );
      }
      if (running.size === 0) return;
      const [key, result] = await Promise.race(running.values());
      running.delete(key);
      yield result;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    stop.abort();
    await Promise.allSettled(running.values());
  }
}

interface SingleServer {
  readonly urls: string;
  readonly username?: string;
  readonly credential?: string;
}

async function testServer(server: SingleServer, limits: IceServerTestLimits): Promise<IceServerResult> {
  const url = server.urls;
  const turn = /^turns?:/i.test(url);
  const began = performance.now();
  const ms = () => performance.now() - began;
  const iceTransportPolicy = turn ? 'relay' : 'all';
  let connection: RTCPeerConnection;
  try {
    connection = await withRoom(
      () => new RTCPeerConnection({ iceServers: [server], iceTransportPolicy }),
      (error) => errorFacts(error).name === 'UnknownError',
    );
  } catch (thrown) {
    const { name, message } = errorFacts(thrown);
    return { url, result: 'error', ms: ms(), candidates: [], errorText: `${name}: ${message}` };
  }
  try {
    return await gather(connection, { url, turn, ms }, limits);
  } finally {
    connection.close();
  }
}

async function gather(
  connection: RTCPeerConnection,
  { url, turn, ms }: { readonly url: string; readonly turn: boolean; readonly ms: () => number },
  limits: IceServerTestLimits,
): Promise<IceServerResult> {
  const candidates: string[] = [];
  let answeredAfter: number | undefined;
  let failedAfter: number | undefined;
  let hasAddress = false;
  let error: { readonly errorCode: number; readonly errorText: string } | undefined;
  connection.addEventListener('icecandidate', ({ candidate }) => {
    const read = parseCandidate(candidate?.candidate ?? '');
    if (candidate === null || !read.ok) return;
    hasAddress = true;
    if (read.candidate.type === 'host') return;
    answeredAfter ??= ms();
    candidates.push(candidate.candidate);
  });
  connection.addEventListener('icecandidateerror', ({ errorCode, errorText }) => {
    failedAfter ??= ms();
    error = { errorCode, errorText };
  });
  connection.createDataChannel('test');
  await connection.setLocalDescription();
  const end = await waitUntil<'complete'>((done) => {
    const check = () => {
      if (connection.iceGatheringState === 'complete') done('complete');
    };
    connection.addEventListener('icegatheringstatechange', check);
    check();
    return () => connection.removeEventListener('icegatheringstatechange', check);
  }, limits);
  const facts = { url, candidates, ...error };
  if (answeredAfter !== undefined) return { ...facts, result: 'answered', ms: answeredAfter };
  if (failedAfter !== undefined) return { ...facts, result: 'error', ms: failedAfter };
  // A STUN server that sees the very address of this machine gives no candidate, and no error either.
  if (end === 'complete' && !turn && hasAddress) return { ...facts, result: 'answered', ms: ms() };
  return { ...facts, result: 'silent', ms: ms() };
}
