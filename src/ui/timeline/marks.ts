import { levelOf } from '../../core/session/describe.ts';
import type { LogEntry, LogEntryOf, Watch } from '../../core/session/log.ts';

export const lanes = ['REST', 'Gathering', 'ICE', 'DTLS', 'Channel', 'Media'] as const;

export type Lane = (typeof lanes)[number];

/** A span of time, or a moment, that leads to its log entry. */
export interface Mark {
  readonly entry: LogEntry;
  readonly lane: Lane;
  /** ms since the run began; `to` is undefined while it goes on */
  readonly from: number;
  readonly to: number | undefined;
  readonly tone: 'plain' | 'ok' | 'warn' | 'error';
  /** a silence that was watched: of how many, where more than one was silent at once */
  readonly silent?: number;
}

/** Channel messages beyond this many are thinned out: more do not fit into view. */
const mostMoments = 200;

const laneOfMachine: Partial<Record<LogEntryOf<'state'>['machine'], Lane>> = {
  gathering: 'Gathering',
  ice: 'ICE',
  dtls: 'DTLS',
};

/** Where a silence shows. */
const laneOfWatch: Readonly<Record<Watch, Lane>> = {
  'ice-server': 'Gathering',
  gathering: 'Gathering',
  'ice-new': 'ICE',
  'no-candidates': 'ICE',
  checks: 'ICE',
  dtls: 'DTLS',
  channel: 'Channel',
  session: 'Channel',
};

const endings: readonly string[] = [
  'complete',
  'connected',
  'completed',
  'failed',
  'closed',
  'disconnected',
  'open',
];
/** States of a run after which nothing goes on. */
const ends: readonly string[] = ['failed', 'stopped'];
const bad: readonly string[] = ['failed', 'disconnected'];

/** What the timeline draws, in the order of time. */
export function timelineMarks(log: readonly LogEntry[]): readonly Mark[] {
  const marks: Mark[] = [];
  const responses = new Map<string, LogEntryOf<'response' | 'rest-error'>>();
  for (const entry of log) {
    if (entry.kind === 'response') responses.set(entry.request, entry);
    if (entry.kind === 'rest-error') responses.set(entry.request.id, entry);
  }
  const open = new Map<Lane, number>();
  for (const entry of log) {
    if (entry.kind === 'request') {
      marks.push(requestMark(entry, responses.get(entry.request)));
    } else if (entry.kind === 'state') {
      const lane = laneOfMachine[entry.machine];
      if (lane !== undefined) addState(marks, open, lane, entry);
    } else if (entry.kind === 'attempt' || (entry.kind === 'run' && ends.includes(entry.state))) {
      open.forEach((_, lane) => endSpan(marks, open, lane, entry));
    } else if (entry.kind === 'channel' && entry.event === 'open') {
      open.set('Channel', marks.length);
      marks.push({ entry, lane: 'Channel', from: entry.at, to: undefined, tone: 'ok' });
    } else if (isMoment(entry)) {
      if (entry.kind === 'channel' && entry.event === 'close') endSpan(marks, open, 'Channel', entry);
      marks.push({ entry, lane: momentLane(entry), from: entry.at, to: entry.at, tone: toneOf(entry) });
    }
  }
  return [...thinned(marks), ...silences(log)].toSorted((left, right) => left.from - right.from);
}

/** The spans of silence, one for all that were silent at the same time for the same reason. */
function silences(log: readonly LogEntry[]): readonly Mark[] {
  const spans: {
    mark: Mark;
    readonly watch: Watch;
    readonly open: Set<string>;
    readonly all: Set<string>;
  }[] = [];
  for (const entry of log) {
    if (entry.kind === 'attempt' || (entry.kind === 'run' && ends.includes(entry.state))) {
      for (const span of spans) if (span.mark.to === undefined) span.mark = { ...span.mark, to: entry.at };
    }
    if (entry.kind !== 'watch') continue;
    const subject = entry.subject ?? '';
    const from = Math.max(0, entry.at - entry.silentFor);
    let span = spans.findLast(({ watch, mark }) => watch === entry.watch && mark.to === undefined);
    if (span === undefined) {
      if (entry.over === true) continue;
      const mark = { entry, lane: laneOfWatch[entry.watch], from, to: undefined, tone: 'warn' } as const;
      span = { mark, watch: entry.watch, open: new Set(), all: new Set() };
      spans.push(span);
    }
    if (entry.over === true) span.open.delete(subject);
    else {
      span.open.add(subject);
      span.all.add(subject);
    }
    span.mark = {
      ...span.mark,
      entry: entry.over === true ? span.mark.entry : entry,
      from: Math.min(span.mark.from, from),
      to: span.open.size === 0 ? entry.at : undefined,
      silent: span.all.size,
    };
  }
  return spans.map(({ mark }) => mark);
}

function requestMark(
  request: LogEntryOf<'request'>,
  end: LogEntryOf<'response' | 'rest-error'> | undefined,
): Mark {
  return {
    entry: end ?? request,
    lane: 'REST',
    from: request.at,
    to: end?.at,
    tone: end === undefined ? 'plain' : end.kind === 'response' ? 'ok' : toneOf(end),
  };
}

/** A state begins a span or ends the one that is open in its lane. */
function addState(marks: Mark[], open: Map<Lane, number>, lane: Lane, entry: LogEntryOf<'state'>): void {
  const at = open.get(lane);
  const begun = at === undefined ? undefined : marks[at];
  const tone = bad.includes(entry.to) ? 'error' : endings.includes(entry.to) ? 'ok' : 'plain';
  if (at !== undefined && begun !== undefined && endings.includes(entry.to)) {
    marks[at] = { ...begun, entry, to: entry.at, tone };
    open.delete(lane);
  } else if (endings.includes(entry.to)) {
    // Chromium goes through its DTLS handshake before anybody can ask: then its end is all there is to see.
    if (tone === 'error' || (lane === 'DTLS' && entry.to === 'connected'))
      marks.push({ entry, lane, from: entry.at, to: entry.at, tone });
  } else if (at === undefined && entry.to !== 'new' && entry.to !== 'closing') {
    open.set(lane, marks.length);
    marks.push({ entry, lane, from: entry.at, to: undefined, tone });
  }
}

/** What was going on ends with the channel, the attempt or the run. */
function endSpan(marks: Mark[], open: Map<Lane, number>, lane: Lane, entry: LogEntry): void {
  const at = open.get(lane);
  const begun = at === undefined ? undefined : marks[at];
  if (at === undefined || begun === undefined) return;
  marks[at] = { ...begun, to: entry.at };
  open.delete(lane);
}

type Moment = LogEntryOf<
  'channel' | 'candidate-error' | 'connection-failure' | 'unexpected' | 'media' | 'track' | 'sleep'
>;

function isMoment(entry: LogEntry): entry is Moment {
  return (
    entry.kind === 'channel' ||
    entry.kind === 'candidate-error' ||
    entry.kind === 'connection-failure' ||
    entry.kind === 'media' ||
    entry.kind === 'track' ||
    entry.kind === 'sleep' ||
    entry.kind === 'unexpected'
  );
}

function momentLane(entry: Moment): Lane {
  if (entry.kind === 'channel') return 'Channel';
  if (entry.kind === 'candidate-error') return 'Gathering';
  if (entry.kind === 'media' || entry.kind === 'track') return 'Media';
  // What slept was the machine, and with it every lane; the first that suffers from it is ICE.
  if (entry.kind === 'sleep') return 'ICE';
  if (entry.failure.reason === 'dtls') return 'DTLS';
  if (entry.failure.reason === 'channel') return 'Channel';
  if (entry.failure.reason !== 'timeout') return 'ICE';
  const { waitingFor } = entry.failure;
  return waitingFor === 'ice' ? 'ICE' : waitingFor === 'dtls' ? 'DTLS' : 'Channel';
}

function toneOf(entry: LogEntry): Mark['tone'] {
  const level = levelOf(entry);
  return level === 'warn' || level === 'error' ? level : 'plain';
}

function thinned(marks: readonly Mark[]): readonly Mark[] {
  const messages = marks.filter((mark) => mark.lane === 'Channel').length;
  if (messages <= mostMoments) return marks;
  const every = Math.ceil(messages / mostMoments);
  let seen = 0;
  return marks.filter((mark) => mark.lane !== 'Channel' || mark.tone !== 'plain' || seen++ % every === 0);
}
