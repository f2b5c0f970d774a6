import type { Watch } from '../session/log.ts';
import type { BrowserClocks } from './browserClocks.ts';
import { foreseenOfChecks, foreseenOfNew, foreseenOfServer, overUdp } from './foreseen.ts';
import type { CheckFacts, PeerFacts } from './peerFacts.ts';

/** Something that a peer connection waits for. Times are on the clock of the facts, ms. */
export interface Wait {
  /** a wait that goes on keeps its key; another one of the same kind has another */
  readonly key: string;
  readonly watch: Watch;
  readonly subject?: string;
  readonly step: 'offer' | 'connection';
  readonly since: number;
  /** after how long the silence is told first, ms */
  readonly first: number;
  /** when the browser itself will report it, where that is known */
  readonly until?: number;
  /** catalogue code */
  readonly foresees: string;
}

/** Time limits of the steps, ms. */
export interface WaitLimits {
  readonly offer: number;
  readonly connection: number;
}

/** After how long each silence is told first, ms: long before the browsers report it, longer than a healthy session takes. */
const firstTold = {
  'ice-server': 1500,
  gathering: 3000,
  'ice-new': 2000,
  'no-candidates': 2000,
  checks: 2500,
  dtls: 2000,
  channel: 2000,
  session: 3000,
} as const satisfies Record<Watch, number>;

/** Below this, a step's limit would leave no time to tell anything; then it is told at this share of it, ms. */
const shortLimit = 4000;
const shareOfLimit = 0.4;

/** So many checks unanswered in a row, and a standing connection is in trouble. */
const troublingChecks = 3;

/** All that is waited for now: a pure function of how far the peer connection has come. */
export function waitsOf(facts: PeerFacts, clocks: BrowserClocks, limits: WaitLimits): readonly Wait[] {
  if (facts.connection === 'failed' || facts.connection === 'closed') return [];
  const wait = (watch: Watch, since: number, foresees: string, reportedAfter?: number): Wait => {
    const step = watch === 'ice-server' || watch === 'gathering' ? 'offer' : 'connection';
    return {
      key: watch,
      watch,
      step,
      since,
      first: firstAfter(watch, limits[step]),
      foresees,
      ...(reportedAfter === undefined ? {} : { until: since + reportedAfter }),
    };
  };
  return [...gatheringWaits(facts, clocks, wait), ...connectionWaits(facts, clocks, wait)];
}

/** Whether a wait that is no longer there ended as hoped, or only because all is over. */
export function isOver({ watch, subject }: Wait, facts: PeerFacts): boolean {
  switch (watch) {
    case 'ice-server':
      return facts.servers.some(({ url, answered }) => url === subject && answered);
    case 'gathering':
      return facts.gathering === 'complete';
    case 'ice-new':
    case 'no-candidates':
      return ['checking', 'connected', 'completed'].includes(facts.ice);
    case 'checks':
      return facts.connection !== 'failed' && facts.connection !== 'closed';
    case 'dtls':
      return facts.connection === 'connected';
    case 'channel':
      return facts.channel === 'open';
    case 'session':
      return facts.greeted;
  }
}

type MakeWait = (watch: Watch, since: number, foresees: string, reportedAfter?: number) => Wait;

function gatheringWaits(facts: PeerFacts, clocks: BrowserClocks, wait: MakeWait): readonly Wait[] {
  if (facts.gathering !== 'gathering') return [];
  const since = facts.gatheringSince;
  const silent = facts.servers.filter(({ answered }) => !answered);
  const known = silent.some(({ url }) => overUdp(url)) ? clocks.server : undefined;
  const servers = silent.map(({ url }) => ({
    ...wait('ice-server', since, foreseenOfServer(url, facts), overUdp(url) ? clocks.server : undefined),
    key: `ice-server ${url}`,
    subject: url,
  }));
  return facts.cutOff ? servers : [...servers, wait('gathering', since, 'gather.timeout', known)];
}

function connectionWaits(facts: PeerFacts, clocks: BrowserClocks, wait: MakeWait): readonly Wait[] {
  const { answer, ice, connection, channel, checks } = facts;
  if (answer === undefined) return [];
  if (ice === 'new') {
    const none = answer.candidates.length === 0;
    const known = none ? clocks.noCandidates : clocks.unusableCandidates;
    const usable = answer.candidates.some((kind) => ['usable', 'local', 'tcp'].includes(kind));
    const watch = usable || facts.localCandidates === 0 ? 'ice-new' : 'no-candidates';
    return [wait(watch, answer.at, foreseenOfNew(facts), known)];
  }
  const episode = `checks ${checks.responses}`;
  if (ice === 'checking') {
    const since = Math.max(facts.iceSince, checks.lastResponseAt);
    const known = clocks.checks === undefined ? undefined : facts.iceSince + clocks.checks - since;
    return [{ ...wait('checks', since, foreseenOfChecks(facts), known), key: episode }];
  }
  if (ice === 'disconnected' || connection === 'disconnected') {
    const lost = wait('checks', checks.lastResponseAt, foreseenOfChecks(facts), clocks.loss);
    return [{ ...lost, key: episode }];
  }
  if (connection !== 'connected') return [wait('dtls', facts.iceSince, 'connection.unexplained')];
  const waits: Wait[] = [];
  const silentSince = inTroubleSince(checks);
  if (silentSince !== undefined) {
    const lost = wait('checks', silentSince, foreseenOfChecks(facts), clocks.loss);
    waits.push({ ...lost, key: episode });
  }
  if (channel === 'connecting') {
    const foresees = answer.channelRejected ? 'sdp.rejected-dc' : 'connection.unexplained';
    waits.push(wait('channel', facts.channelSince, foresees));
  }
  if (channel === 'open' && !facts.greeted) waits.push(wait('session', facts.channelSince, 'app.no-session'));
  return waits;
}

/**
 * When the far end of a standing connection was last heard of, where it is silent by now: by unanswered checks or, where
 * the browser does not count those (Firefox), by the end of what had come steadily.
 */
function inTroubleSince({ unanswered, lastResponseAt, streamEndedAt }: CheckFacts): number | undefined {
  if (unanswered === undefined) return streamEndedAt;
  return unanswered >= troublingChecks ? lastResponseAt : undefined;
}

function firstAfter(watch: Watch, limit: number): number {
  return limit < shortLimit ? Math.min(firstTold[watch], limit * shareOfLimit) : firstTold[watch];
}
