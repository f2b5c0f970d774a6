import type { ConnectionFailure } from '../core/session/failure.ts';
import type { Unlogged } from '../core/session/log.ts';
import { readAnswer } from '../core/silence/remoteCandidates.ts';
import { errorFacts } from './errorFacts.ts';
import { localAccess } from './localAccess.ts';
import { messageTypeOf } from './observe/observeChannel.ts';
import type { Peer } from './peer.ts';
import { applyAnswer, type PeerFault } from './peerFaults.ts';
import { StepFailed } from './stepFailed.ts';
import { outcomeOf, type WaitLimits, waitUntil } from './waitUntil.ts';

export interface SessionAnswer {
  readonly type: string;
  readonly sdp: string;
}

/** How long to wait for the last statistics of a failure, ms. */
const statisticsLimit = 500;

/** As much as an entry keeps of an answer that was refused, and of an error that repeats it, characters. */
const mostKept = { answer: 1024 * 1024, message: 4 * 1024 } as const;

/**
 * More remote candidates than this are not given to the browser. Chromium compares every pair with every other: measured,
 * 500 candidates take it a second, and at 2,000 the page stands still.
 */
const mostCandidates = 256;

/** A connection that is up. */
export interface Connected {
  /** Resolves with why it went down, whenever that is; rejects with the signal's reason. */
  lost(signal: AbortSignal): Promise<ConnectionFailure>;
}

export interface ConnectOptions extends Required<WaitLimits> {
  readonly report: (entry: Unlogged) => string;
  readonly redact: (text: string) => string;
  readonly fault: PeerFault | undefined;
}

/**
 * Applies the answer and waits until the connection is there, the channel is open and `session.created` has come:
 * the SDK reports `connected` long before that. The limit is for all of it. Throws StepFailed.
 */
export async function connect(
  peer: Peer,
  answer: SessionAnswer,
  options: ConnectOptions,
): Promise<Connected> {
  const life = watchLife(peer);
  const began = performance.now();
  const applied = await outcomeOf(apply(peer, answer, options), options);
  if (applied !== 'limit' && !applied.ok) throw refused(peer, answer, applied.error, options);
  const limit = Math.max(0, options.limit - (performance.now() - began));
  const end = await waitUntil<'up' | ConnectionFailure>(life.upOrDown, { signal: options.signal, limit });
  await lastStatistics(peer, end === 'up' ? 'connected' : 'failed', options.signal);
  if (end === 'limit') {
    await tellLocalAccess(peer, answer, options);
    throw new StepFailed({ reason: 'timeout', limit: options.limit, waitingFor: life.missing() });
  }
  // What was up may have gone down while the statistics were taken.
  const failure = end === 'up' ? life.failure() : end;
  if (failure !== undefined) throw new StepFailed(failure);
  return {
    async lost(signal) {
      const lost = await waitUntil<ConnectionFailure>(life.down, { signal });
      await lastStatistics(peer, 'failed', signal);
      return lost === 'limit' ? { reason: 'channel', event: 'close' } : lost;
    },
  };
}

async function apply({ connection }: Peer, answer: SessionAnswer, options: ConnectOptions): Promise<void> {
  const candidates = answer.sdp.split('a=candidate:').length - 1;
  if (candidates > mostCandidates) {
    throw new RangeError(
      `The answer has ${candidates} candidates. More than ${mostCandidates} are not given to the browser, which would stand still over them.`,
    );
  }
  await applyAnswer(connection, answer, options.fault, options.report);
}

/** Local addresses that ICE never tried: what the browser lets this page reach is part of the evidence (ice.lna). */
async function tellLocalAccess(
  { connection }: Peer,
  { sdp }: SessionAnswer,
  { report, signal }: ConnectOptions,
): Promise<void> {
  if (connection.iceConnectionState !== 'new' || !readAnswer(sdp, 0).candidates.includes('local')) return;
  const permission = await outcomeOf(localAccess(), { signal, limit: statisticsLimit });
  if (permission === 'limit' || !permission.ok || permission.value === undefined) return;
  report({ kind: 'note', step: 'connection', topic: 'local-access', permission: permission.value });
}

async function lastStatistics(
  peer: Peer,
  moment: 'connected' | 'failed',
  signal: AbortSignal,
): Promise<void> {
  await outcomeOf(peer.statistics.report(moment), { signal, limit: statisticsLimit });
}

/** An answer that the browser refused is in no remote description: the log keeps it all the same, to be looked at. */
function refused(
  { connection }: Peer,
  { sdp }: SessionAnswer,
  thrown: unknown,
  { report, redact }: ConnectOptions,
): StepFailed {
  if (thrown instanceof StepFailed) return thrown;
  if (connection.currentRemoteDescription === null) {
    report({
      kind: 'description',
      side: 'remote',
      type: 'answer',
      sdp: redact(sdp).slice(0, mostKept.answer),
    });
  }
  const error = errorFacts(thrown);
  // Chromium repeats the whole body.
  const message = redact(error.message).slice(0, mostKept.message);
  return new StepFailed({ reason: 'sdp', operation: 'setRemoteDescription', error: { ...error, message } });
}

type Begin<T> = (done: (value: T) => void) => () => void;

interface Life {
  /** `up` once all is there, or why it never will be */
  readonly upOrDown: Begin<'up' | ConnectionFailure>;
  readonly down: Begin<ConnectionFailure>;
  readonly failure: () => ConnectionFailure | undefined;
  readonly missing: () => 'ice' | 'dtls' | 'channel' | 'session.created';
}

function watchLife({ connection, channel, signal }: Peer): Life {
  let greeted = false;
  let failure: ConnectionFailure | undefined;
  const onChange = new Set<() => void>();
  const changed = () => {
    for (const listener of onChange) listener();
  };
  connection.addEventListener(
    'connectionstatechange',
    () => {
      failure ??= stateFailure(connection);
      changed();
    },
    { signal },
  );
  channel.addEventListener('open', changed, { signal });
  for (const event of ['error', 'close'] as const) {
    channel.addEventListener(
      event,
      (happened) => {
        // Where the connection has failed, that is why the channel ended.
        failure ??= stateFailure(connection) ?? channelFailure(event, happened);
        changed();
      },
      { signal },
    );
  }
  channel.addEventListener(
    'message',
    ({ data }) => {
      greeted ||= messageTypeOf(data) === 'session.created';
      changed();
    },
    { signal },
  );
  const missing = () => {
    if (!['connected', 'completed'].includes(connection.iceConnectionState)) return 'ice';
    if (connection.connectionState !== 'connected') return 'dtls';
    return channel.readyState === 'open' ? 'session.created' : 'channel';
  };
  const whenever =
    <T>(value: () => T | undefined): Begin<T> =>
    (done) => {
      const check = () => {
        const reached = value();
        if (reached !== undefined) done(reached);
      };
      onChange.add(check);
      check();
      return () => onChange.delete(check);
    };
  return {
    upOrDown: whenever(() => failure ?? (greeted && missing() === 'session.created' ? 'up' : undefined)),
    down: whenever(() => failure),
    failure: () => failure,
    missing,
  };
}

/** ICE that stands while the connection failed leaves DTLS as the culprit (failures.md, dtls.fingerprint). */
function stateFailure(connection: RTCPeerConnection): ConnectionFailure | undefined {
  const { connectionState, iceConnectionState } = connection;
  if (connectionState !== 'failed') return undefined;
  const dtlsState = connection.sctp?.transport.state ?? 'unknown';
  return dtlsState === 'failed' || iceConnectionState === 'connected' || iceConnectionState === 'completed'
    ? { reason: 'dtls', dtlsState }
    : { reason: 'ice', iceConnectionState, connectionState };
}

function channelFailure(event: 'error' | 'close', happened: Event): ConnectionFailure {
  return {
    reason: 'channel',
    event,
    ...(happened instanceof RTCErrorEvent ? { error: errorFacts(happened.error) } : {}),
  };
}
