import type { Unlogged } from '../core/session/log.ts';
import type { StatisticsSample } from '../core/session/readStatistics.ts';
import { clocksOf } from '../core/silence/browserClocks.ts';
import { createCheckTracker } from '../core/silence/checkTracker.ts';
import type { PeerFacts } from '../core/silence/peerFacts.ts';
import { readAnswer } from '../core/silence/remoteCandidates.ts';
import { withCandidate, withError } from '../core/silence/serverAnswers.ts';
import { isOver, type Wait, type WaitLimits, waitsOf } from '../core/silence/waits.ts';
import { messageTypeOf } from './observe/observeChannel.ts';
import { serverOf } from './observe/observePeerConnection.ts';
import { type Silence, startSilence } from './watch/silence.ts';

export interface WatchOptions {
  /** every URL that the peer connection was given */
  readonly servers: readonly string[];
  readonly relayOnly: boolean;
  readonly limits: WaitLimits;
  readonly userAgent: string;
  readonly report: (entry: Unlogged) => string;
  /** ms since the run began */
  readonly now: () => number;
}

export interface SilenceWatch {
  /** takes the running statistics in */
  onSample(sample: StatisticsSample): void;
  /** the offer goes out before gathering has ended */
  cutOff(): void;
}

/**
 * Silence is evidence (failures.md, facts 2 and 3): tells what a peer connection waits for, for how long, and what that
 * will be taken for, long before the browser says anything. Every timer ends with the signal.
 */
export function watchSilence(
  { connection, channel }: { readonly connection: RTCPeerConnection; readonly channel: RTCDataChannel },
  { servers, relayOnly, limits, userAgent, report, now }: WatchOptions,
  signal: AbortSignal,
): SilenceWatch {
  const clocks = clocksOf(userAgent);
  const active = new Map<string, { wait: Wait; readonly silence: Silence }>();
  const checks = createCheckTracker(() => performance.now());
  let facts: PeerFacts = {
    now: performance.now(),
    servers: [...new Set(servers)].map((url) => ({ url, answered: false })),
    relayOnly,
    gathering: 'new',
    gatheringSince: 0,
    cutOff: false,
    localCandidates: 0,
    answer: undefined,
    ice: 'new',
    iceSince: 0,
    connection: 'new',
    channel: 'connecting',
    channelSince: 0,
    greeted: false,
    checks: checks.facts(),
  };

  function tell(wait: Wait, silentFor: number, over?: true): void {
    const { watch, subject, step, until, foresees } = wait;
    report({
      kind: 'watch',
      step,
      watch,
      ...(subject === undefined ? {} : { subject }),
      silentFor,
      ...(until === undefined ? {} : { until: now() + until - performance.now() }),
      foresees,
      ...(over === undefined ? {} : { over }),
    });
  }

  function change(changes: Partial<PeerFacts>): void {
    facts = { ...facts, ...changes, now: performance.now() };
    const waits = new Map(waitsOf(facts, clocks, limits).map((wait) => [wait.key, wait]));
    for (const [key, { wait, silence }] of active) {
      if (waits.has(key)) continue;
      silence.stop();
      active.delete(key);
      if (silence.told() && isOver(wait, facts)) tell(wait, silence.lasted(), true);
    }
    for (const [key, wait] of waits) {
      const running = active.get(key);
      if (running !== undefined) running.wait = wait;
      else {
        const silence = startSilence(wait.since, wait.first, (silentFor) => {
          const latest = active.get(key);
          if (latest !== undefined) tell(latest.wait, silentFor);
        });
        active.set(key, { wait, silence });
      }
    }
  }

  function look(): void {
    const at = performance.now();
    const { iceConnectionState: ice, connectionState, iceGatheringState: gathering } = connection;
    const { readyState } = channel;
    const answered = connection.signalingState === 'stable' && connection.remoteDescription !== null;
    const newlyUp = connectionState === 'connected' && facts.connection === 'connecting';
    if (ice !== facts.ice && (ice === 'connected' || ice === 'checking')) checks.restart();
    change({
      ...(gathering === facts.gathering ? {} : { gathering, gatheringSince: at }),
      ...(ice === facts.ice ? {} : { ice, iceSince: at }),
      ...(readyState === facts.channel && !newlyUp ? {} : { channel: readyState, channelSince: at }),
      ...(answered && facts.answer === undefined
        ? { answer: readAnswer(connection.remoteDescription?.sdp ?? '', at) }
        : {}),
      connection: connectionState,
      checks: checks.facts(),
    });
  }

  function onCandidate(event: RTCPeerConnectionIceEvent): void {
    if (!event.candidate?.candidate) return;
    const from = serverOf(event);
    const type = event.candidate.type ?? 'host';
    change({
      localCandidates: facts.localCandidates + 1,
      servers: withCandidate(facts.servers, type, from),
    });
  }

  const listen = { signal };
  for (const name of [
    'signalingstatechange',
    'icegatheringstatechange',
    'iceconnectionstatechange',
    'connectionstatechange',
  ] as const) {
    connection.addEventListener(name, look, listen);
  }
  for (const name of ['open', 'closing', 'close'] as const) channel.addEventListener(name, look, listen);
  connection.addEventListener('icecandidate', onCandidate, listen);
  connection.addEventListener(
    'icecandidateerror',
    ({ url, errorCode: code, errorText: text }) =>
      change({
        servers: withError(facts.servers, url, { code, text }),
      }),
    listen,
  );
  channel.addEventListener(
    'message',
    ({ data }) => {
      if (!facts.greeted && messageTypeOf(data) === 'session.created') change({ greeted: true });
    },
    listen,
  );
  signal.addEventListener('abort', () => {
    for (const { silence } of active.values()) silence.stop();
    active.clear();
  });

  return {
    onSample(sample) {
      if (signal.aborted) return;
      checks.take(sample);
      look();
    },
    cutOff: () => change({ cutOff: true }),
  };
}
