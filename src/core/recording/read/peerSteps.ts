import type { ConnectionFailure } from '../../session/failure.ts';
import type { LogEntryOf } from '../../session/log.ts';
import { defaultLimits } from '../../session/settings.ts';
import type { SessionStep } from '../../session/step.ts';
import type { ForeignLog } from './foreignLog.ts';
import { missing, type PeerStates } from './peerOutcome.ts';
import type { PeerStatistics } from './peerStatistics.ts';

/** A connection that was given up earlier than this was not waited for, ms. */
const shortestWait = 5_000;
/** A silence is worth telling after this long, ms. */
const shortestSilence = 2_000;

/** The steps that a peer connection takes, told as the debugger tells its own: each begins once and ends once. */
export interface PeerSteps {
  beginOffer(at: number): void;
  endOffer(at: number): void;
  beginConnection(at: number): void;
  connect(at: number): void;
  fail(at: number, step: SessionStep, failure: ConnectionFailure): void;
  stop(at: number): void;
  /** What the silence at the end of a dump means; what is worth a note, where anything is. */
  finish(end: number, silence: () => Pick<LogEntryOf<'watch'>, 'watch' | 'foresees'>): string | undefined;
  readonly now: () => 'offer' | 'connection';
  readonly outcome: () => 'waiting' | 'connected' | 'failed' | 'stopped';
}

interface PeerStepsParts {
  readonly out: ForeignLog;
  readonly statistics: PeerStatistics;
  readonly states: () => PeerStates;
}

export function createPeerSteps({ out, statistics, states }: PeerStepsParts): PeerSteps {
  let offerAt: number | undefined;
  let offerDone = false;
  let connectingAt: number | undefined;
  let outcome: ReturnType<PeerSteps['outcome']> = 'waiting';

  function beginOffer(at: number): void {
    if (offerAt !== undefined) return;
    offerAt = at;
    out.add(at, { kind: 'step', step: 'offer', state: 'running' });
  }

  function endOffer(at: number): void {
    beginOffer(at);
    if (offerDone) return;
    offerDone = true;
    out.add(at, { kind: 'step', step: 'offer', state: 'done', took: at - (offerAt ?? at) });
    out.add(at, { kind: 'step', step: 'call', state: 'skipped' });
  }

  function beginConnection(at: number): void {
    endOffer(at);
    if (connectingAt !== undefined) return;
    connectingAt = at;
    out.add(at, { kind: 'step', step: 'connection', state: 'running' });
  }

  function fail(at: number, step: SessionStep, failure: ConnectionFailure): void {
    if (outcome === 'failed') return;
    if (step === 'connection') beginConnection(at);
    else beginOffer(at);
    const snapshot = statistics.last();
    if (snapshot !== undefined && step === 'connection') {
      out.add(at, { kind: 'statistics', step, moment: 'failed', ...snapshot });
    }
    const failedBy = out.add(at, { kind: 'connection-failure', step, failure });
    out.add(at, { kind: 'step', step, state: 'failed', failedBy });
    out.add(at, { kind: 'run', state: 'failed', by: 'failure' });
    outcome = 'failed';
  }

  function connect(at: number): void {
    if (outcome === 'connected') return;
    beginConnection(at);
    if (outcome === 'failed') out.add(at, { kind: 'step', step: 'connection', state: 'running' });
    outcome = 'connected';
    statistics.begin(at);
    out.add(at, { kind: 'step', step: 'connection', state: 'done', took: at - (connectingAt ?? at) });
    out.add(at, { kind: 'run', state: 'connected', shown: 'transport' });
  }

  function stop(at: number): void {
    if (outcome === 'failed' || outcome === 'stopped') return;
    const waited = at - (connectingAt ?? at);
    if (outcome === 'waiting' && waited >= shortestWait) {
      fail(at, 'connection', { reason: 'timeout', limit: Math.round(waited), waitingFor: missing(states()) });
      return;
    }
    out.add(at, { kind: 'run', state: 'stopped', by: 'user' });
    outcome = 'stopped';
  }

  return {
    beginOffer,
    endOffer,
    beginConnection,
    connect,
    fail,
    stop,
    finish(end, silence) {
      if (outcome !== 'waiting') return undefined;
      const silent = end - (connectingAt ?? end);
      const limit = defaultLimits('rest').connection;
      if (silent >= limit) {
        fail(end, 'connection', { reason: 'timeout', limit, waitingFor: missing(states()) });
        return undefined;
      }
      if (silent >= shortestSilence) {
        out.add(end, { kind: 'watch', step: 'connection', silentFor: silent, ...silence() });
        return 'The dump ends while the connection is being made: nothing has failed yet.';
      }
      out.add(end, { kind: 'run', state: 'stopped', by: 'user' });
      return connectingAt === undefined
        ? 'The dump ends before an answer was applied: why is not in it.'
        : undefined;
    },
    now: () => (connectingAt === undefined ? 'offer' : 'connection'),
    outcome: () => outcome,
  };
}
