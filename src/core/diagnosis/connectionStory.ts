import type { LogEntry, LogEntryOf } from '../session/log.ts';
import type { ConnectionStory, Description } from './evidence.ts';
import { lintOf } from './lintOf.ts';
import { serverOutcomes } from './serverOutcomes.ts';
import { standingSilences } from './silences.ts';

/** A timer that a sleep held up can fire this long before the one that notices the sleep, ms. */
const wakingUp = 2_000;

/** What the browser showed of the connection, in the attempt that is judged, up to the entry that is judged. */
export function tellConnectionStory(
  log: readonly LogEntry[],
  failing: LogEntry,
  set: 'all' | 'relay' = 'all',
): ConnectionStory {
  const until = log.indexOf(failing);
  const attempt = log.slice(0, until + 1).filter((entry) => entry.attempt === failing.attempt);
  const of = entriesByKind(attempt);
  const { states, candidates, candidateErrors, statistics } = of;
  const offer = findSentOffer(attempt) ?? findDescription(of.descriptions, 'local', 'offer');
  const answer = asItCame(findDescription(of.descriptions, 'remote', 'answer'), findCallAnswer(attempt));
  const counterOffer = of.descriptions.find(({ side, type }) => side === 'remote' && type === 'offer');
  const iceServers = of.iceServers.at(-1);
  const policy = iceServers?.policy ?? set;
  const lastPairs = statistics.findLast((entry) => entry.pairs.length > 0);
  const local = candidates.filter(({ side }) => side === 'local');
  const silences = standingSilences(of.watches);
  const gathered = states.find(({ machine, to }) => machine === 'gathering' && to === 'complete');
  const began = states.find(({ machine, to }) => machine === 'gathering' && to === 'gathering');
  const cutOff = of.notes.find(({ topic }) => topic === 'gathering-cut-off');
  const late = log.slice(until + 1).filter((entry) => entry.attempt === failing.attempt);
  return {
    states,
    channel: of.channel,
    messages: of.messages,
    statistics,
    tracks: of.tracks,
    media: of.media,
    silences,
    sleeps: [...of.sleeps, ...entriesByKind(late).sleeps].filter(({ at }) => at <= failing.at + wakingUp),
    policy,
    lint: lintOf(offer, answer, policy),
    servers: serverOutcomes({
      servers: iceServers?.servers ?? [],
      leftOut: iceServers?.leftOut ?? [],
      policy,
      candidates: local,
      errors: candidateErrors,
      silences,
      complete: gathered !== undefined,
      ...(began !== undefined && { beganAt: began.at }),
    }),
    localCandidates: local,
    candidateErrors,
    remoteCandidates: Math.max(
      candidates.length - local.length,
      answer?.sdp.match(/^a=candidate:/gm)?.length ?? 0,
    ),
    ...(offer !== undefined && { offer }),
    ...(answer !== undefined && { answer }),
    ...(counterOffer !== undefined && { counterOffer }),
    ...(iceServers !== undefined && { iceServers }),
    ...(gathered !== undefined && { gathered }),
    ...(cutOff !== undefined && { cutOff }),
    // Chromium drops failed pairs the moment the connection fails, so the last statistics that had some count.
    ...(lastPairs !== undefined && { pairs: { entry: lastPairs.id, pairs: lastPairs.pairs } }),
  };
}

/** One pass, because a session can leave a hundred thousand messages. */
function entriesByKind(entries: readonly LogEntry[]) {
  const descriptions: LogEntryOf<'description'>[] = [];
  const states: LogEntryOf<'state'>[] = [];
  const channel: LogEntryOf<'channel'>[] = [];
  const statistics: LogEntryOf<'statistics'>[] = [];
  const tracks: LogEntryOf<'track'>[] = [];
  const media: LogEntryOf<'media'>[] = [];
  const watches: LogEntryOf<'watch'>[] = [];
  const sleeps: LogEntryOf<'sleep'>[] = [];
  const notes: LogEntryOf<'note'>[] = [];
  const iceServers: LogEntryOf<'ice-servers'>[] = [];
  const candidates: LogEntryOf<'candidate'>[] = [];
  const candidateErrors: LogEntryOf<'candidate-error'>[] = [];
  let messages = 0;
  for (const entry of entries) {
    if (entry.kind === 'channel') {
      if (entry.event === 'received') messages += 1;
      else if (entry.event !== 'sent') channel.push(entry);
    } else if (entry.kind === 'description') descriptions.push(entry);
    else if (entry.kind === 'state') states.push(entry);
    else if (entry.kind === 'statistics') statistics.push(entry);
    else if (entry.kind === 'track') tracks.push(entry);
    else if (entry.kind === 'media') media.push(entry);
    else if (entry.kind === 'watch') watches.push(entry);
    else if (entry.kind === 'sleep') sleeps.push(entry);
    else if (entry.kind === 'note') notes.push(entry);
    else if (entry.kind === 'ice-servers') iceServers.push(entry);
    else if (entry.kind === 'candidate' && entry.candidate !== '') candidates.push(entry);
    else if (entry.kind === 'candidate-error') candidateErrors.push(entry);
  }
  return {
    descriptions,
    states,
    channel,
    messages,
    statistics,
    tracks,
    media,
    watches,
    sleeps,
    notes,
    iceServers,
    candidates,
    candidateErrors,
  };
}

function findDescription(
  descriptions: readonly LogEntryOf<'description'>[],
  side: 'local' | 'remote',
  type: 'offer' | 'answer',
): Description | undefined {
  const found = descriptions.findLast((entry) => entry.side === side && entry.type === type);
  return found && { sdp: found.sdp, entry: found.id };
}

// A run is judged again with each entry of its log, while its request stays.
const offersSent = new WeakMap<LogEntry, Description>();

/** The offer as the call carried it: the local description was written before there was any candidate. */
function findSentOffer(attempt: readonly LogEntry[]): Description | undefined {
  const call = findCall(attempt);
  if (call === undefined) return undefined;
  const known = offersSent.get(call);
  if (known !== undefined) return known;
  const sdp = sdpIn('offer', call.body ?? '');
  if (sdp === undefined) return undefined;
  const sent = { sdp, entry: call.id };
  offersSent.set(call, sent);
  return sent;
}

/** Firefox writes the answer anew when it takes it, its last line end included: the reply's own text is what counts. */
function asItCame(taken: Description | undefined, came: Description | undefined): Description | undefined {
  if (taken === undefined || came === undefined) return taken ?? came;
  return { sdp: came.sdp, entry: taken.entry };
}

/** The answer as it stands in the reply of the call, where it was never applied. */
function findCallAnswer(attempt: readonly LogEntry[]): Description | undefined {
  const call = findCall(attempt);
  if (call === undefined) return undefined;
  const response = attempt.findLast(
    (entry): entry is LogEntryOf<'response'> => entry.kind === 'response' && entry.request === call.request,
  );
  const sdp = response === undefined ? undefined : sdpIn('answer', response.body);
  return response === undefined || sdp === undefined ? undefined : { sdp, entry: response.id };
}

function findCall(attempt: readonly LogEntry[]): LogEntryOf<'request'> | undefined {
  return attempt.findLast(
    (entry): entry is LogEntryOf<'request'> => entry.kind === 'request' && entry.endpoint === 'calls',
  );
}

/** `offer.sdp` or `answer.sdp` of a JSON body. */
function sdpIn(member: 'offer' | 'answer', body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const description: unknown = new Map<string, unknown>(Object.entries(parsed)).get(member);
    if (typeof description !== 'object' || description === null || !('sdp' in description)) return undefined;
    return typeof description.sdp === 'string' ? description.sdp : undefined;
  } catch {
    return undefined;
  }
}
