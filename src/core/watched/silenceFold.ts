import type { Unlogged } from '../session/log.ts';
import type { Limits } from '../session/settings.ts';
import { clocksOf } from '../silence/browserClocks.ts';
import { createCheckTracker } from '../silence/checkTracker.ts';
import type { PeerFacts } from '../silence/peerFacts.ts';
import { readAnswer } from '../silence/remoteCandidates.ts';
import { withCandidate, withError } from '../silence/serverAnswers.ts';
import { isOver, type Wait, waitsOf } from '../silence/waits.ts';
import type { Fact } from './fact.ts';

/** What a peer connection waits for, told from its facts: what `browser/watch` tells with timers. */
export interface SilenceFold {
  take(fact: Fact): void;
  /** The offer goes out before gathering has ended. */
  cutOff(at: number): void;
  /** when something is to be told next, if nothing else happens */
  next(): number | undefined;
  tell(at: number): void;
  stop(): void;
}

export interface SilenceParts {
  readonly servers: readonly string[];
  readonly relayOnly: boolean;
  /** without one its silence says nothing */
  readonly channel: string | undefined;
  /** whether the far end says `session.created` first */
  readonly expectsGreeting: boolean;
  readonly limits: Limits;
  readonly userAgent: string;
  readonly report: (entry: Unlogged, at: number) => void;
  /** what the log's clock shows at that time of the page's */
  readonly logTime: (at: number) => number;
}

/** Ends of a connection, as its own states are told: a log may hold any text. */
const iceStates = ['new', 'checking', 'connected', 'completed', 'disconnected', 'failed', 'closed'] as const;
const connectionStates = ['new', 'connecting', 'connected', 'disconnected', 'failed', 'closed'] as const;
const gatheringStates = ['new', 'gathering', 'complete'] as const;
const channelStates = ['connecting', 'open', 'closing', 'closed'] as const;

export function foldSilence(parts: SilenceParts): SilenceFold {
  const clocks = clocksOf(parts.userAgent);
  const active = new Map<string, { wait: Wait; readonly since: number; next: number; told: boolean }>();
  let now = 0;
  const checks = createCheckTracker(() => now);
  let facts: PeerFacts = {
    now,
    servers: [...new Set(parts.servers)].map((url) => ({ url, answered: false })),
    relayOnly: parts.relayOnly,
    gathering: 'new',
    gatheringSince: 0,
    cutOff: false,
    localCandidates: 0,
    answer: undefined,
    ice: 'new',
    iceSince: 0,
    connection: 'new',
    channel: parts.channel === undefined ? 'closed' : 'connecting',
    channelSince: 0,
    greeted: !parts.expectsGreeting,
    checks: checks.facts(),
  };
  let answer: string | undefined;

  function tellOne({ watch, subject, step, until, foresees }: Wait, silentFor: number, over?: true): void {
    parts.report(
      {
        kind: 'watch',
        step,
        watch,
        ...(subject === undefined ? {} : { subject }),
        silentFor,
        ...(until === undefined ? {} : { until: parts.logTime(until) }),
        foresees,
        ...(over === undefined ? {} : { over }),
      },
      now,
    );
  }

  function change(changes: Partial<PeerFacts>): void {
    facts = { ...facts, ...changes, now };
    const waits = new Map(waitsOf(facts, clocks, parts.limits).map((wait) => [wait.key, wait]));
    for (const [key, { wait, since, told }] of active) {
      if (waits.has(key)) continue;
      active.delete(key);
      if (told && isOver(wait, facts)) tellOne(wait, now - since, true);
    }
    for (const [key, wait] of waits) {
      const running = active.get(key);
      if (running !== undefined) running.wait = wait;
      else active.set(key, { wait, since: wait.since, next: wait.since + wait.first, told: false });
    }
  }

  function state(machine: string, to: string): void {
    const ice = iceStates.find((name) => name === to);
    const connection = connectionStates.find((name) => name === to);
    const gathering = gatheringStates.find((name) => name === to);
    const channel = channelStates.find((name) => name === to);
    if (machine === 'signaling' && to === 'stable' && answer !== undefined)
      change({ answer: readAnswer(answer, now) });
    if (machine === 'gathering' && gathering !== undefined) change({ gathering, gatheringSince: now });
    if (machine === 'ice' && ice !== undefined) {
      if (ice === 'connected' || ice === 'checking') checks.restart();
      change({ ice, iceSince: now, checks: checks.facts() });
    }
    if (machine === 'connection' && connection !== undefined) {
      const newlyUp = connection === 'connected' && facts.connection === 'connecting';
      change({ connection, ...(newlyUp ? { channelSince: now } : {}) });
    }
    if (machine === 'channel' && channel !== undefined && parts.channel !== undefined)
      change({ channel, channelSince: now });
  }

  function entry(given: Extract<Fact, { saw: 'entry' }>['entry']): void {
    if (given.kind === 'state') state(given.machine, given.to);
    else if (given.kind === 'description' && given.side === 'remote') {
      answer = given.sdp;
      // Signaling is stable by the time that the description is told.
      if (facts.answer === undefined && given.type === 'answer') change({ answer: readAnswer(answer, now) });
    } else if (given.kind === 'candidate' && given.side === 'local' && given.candidate !== '') {
      const type = / typ (\w+)/.exec(given.candidate)?.[1] ?? 'host';
      const servers = withCandidate(facts.servers, type, given.url);
      change({ localCandidates: facts.localCandidates + 1, servers });
    } else if (given.kind === 'candidate-error') {
      const { url, errorCode: code, errorText: text } = given;
      change({ servers: withError(facts.servers, url, { code, text }) });
    } else if (given.kind === 'channel' && given.messageType === 'session.created') change({ greeted: true });
  }

  return {
    take(fact) {
      now = fact.at;
      if (fact.saw === 'entry') entry(fact.entry);
      if (fact.saw !== 'sample') return;
      const { requestsSent, responsesReceived, packetsReceived, bytesReceived } = fact.values;
      checks.take({
        requestsSent: numberOf(requestsSent),
        responsesReceived: numberOf(responsesReceived),
        packetsReceived: numberOf(packetsReceived),
        bytesReceived: numberOf(bytesReceived),
      });
      change({ checks: checks.facts() });
    },
    cutOff(at) {
      now = at;
      change({ cutOff: true });
    },
    next: () => {
      const due = Array.from(active.values(), ({ next }) => next);
      return due.length === 0 ? undefined : Math.min(...due);
    },
    tell(at) {
      now = at;
      for (const each of active.values()) {
        if (each.next > at) continue;
        each.told = true;
        tellOne(each.wait, at - each.since);
        do each.next = each.since + Math.max(1, each.next - each.since) * 2;
        while (each.next <= at);
      }
    },
    stop: () => active.clear(),
  };
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
