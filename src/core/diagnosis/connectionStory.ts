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
  policy: 'all' | 'relay' = 'all',
): ConnectionStory {
  const whole = log.filter((entry) => entry.attempt === failing.attempt);
  const attempt = whole.slice(0, whole.indexOf(failing) + 1);
  const offer = findDescription(attempt, 'local', 'offer');
  const answer = findAnswer(attempt);
  const counterOffer = attempt.find(
    (entry) => entry.kind === 'description' && entry.side === 'remote' && entry.type === 'offer',
  );
  const iceServers = attempt.findLast((entry) => entry.kind === 'ice-servers');
  const statistics = attempt.filter((entry) => entry.kind === 'statistics');
  const states = attempt.filter((entry) => entry.kind === 'state');
  const lastPairs = statistics.findLast((entry) => entry.pairs.length > 0);
  const candidates = attempt
    .filter((entry) => entry.kind === 'candidate')
    .filter(({ candidate }) => candidate !== '');
  const local = candidates.filter(({ side }) => side === 'local');
  const candidateErrors = attempt.filter((entry) => entry.kind === 'candidate-error');
  const silences = standingSilences(attempt);
  const gathered = states.find(({ machine, to }) => machine === 'gathering' && to === 'complete');
  const began = states.find(({ machine, to }) => machine === 'gathering' && to === 'gathering');
  const cutOff = attempt.find((entry) => entry.kind === 'note' && entry.topic === 'gathering-cut-off');
  return {
    states,
    channel: attempt.filter((entry) => entry.kind === 'channel'),
    statistics,
    tracks: attempt.filter((entry) => entry.kind === 'track'),
    media: attempt.filter((entry) => entry.kind === 'media'),
    silences,
    sleeps: whole
      .filter((entry) => entry.kind === 'sleep')
      .filter((entry) => entry.at <= failing.at + wakingUp),
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
    ...(counterOffer?.kind === 'description' && { counterOffer }),
    ...(iceServers !== undefined && { iceServers }),
    ...(gathered !== undefined && { gathered }),
    ...(cutOff?.kind === 'note' && { cutOff }),
    // Chromium drops failed pairs the moment the connection fails, so the last statistics that had some count.
    ...(lastPairs !== undefined && { pairs: { entry: lastPairs.id, pairs: lastPairs.pairs } }),
  };
}

function findDescription(
  attempt: readonly LogEntry[],
  side: 'local' | 'remote',
  type: 'offer' | 'answer',
): Description | undefined {
  const found = attempt.findLast(
    (entry) => entry.kind === 'description' && entry.side === side && entry.type === type,
  );
  return found?.kind === 'description' ? { sdp: found.sdp, entry: found.id } : undefined;
}

function findAnswer(attempt: readonly LogEntry[]): Description | undefined {
  const remote = findDescription(attempt, 'remote', 'answer');
  if (remote !== undefined) return remote;
  const call = attempt.findLast((entry) => entry.kind === 'request' && entry.endpoint === 'calls');
  if (call?.kind !== 'request') return undefined;
  const response = attempt.findLast(
    (entry): entry is LogEntryOf<'response'> => entry.kind === 'response' && entry.request === call.request,
  );
  const sdp = response === undefined ? undefined : answerSdp(response.body);
  return response === undefined || sdp === undefined ? undefined : { sdp, entry: response.id };
}

function answerSdp(body: string): string | undefined {
  try {
    const reply: unknown = JSON.parse(body);
    if (typeof reply !== 'object' || reply === null || !('answer' in reply)) return undefined;
    const { answer } = reply;
    if (typeof answer !== 'object' || answer === null || !('sdp' in answer)) return undefined;
    return typeof answer.sdp === 'string' ? answer.sdp : undefined;
  } catch {
    return undefined;
  }
}
