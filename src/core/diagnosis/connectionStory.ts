import type { LogEntry, LogEntryOf } from '../session/log.ts';
import type { ConnectionStory } from './evidence.ts';

/** What the browser showed of the connection, in the attempt that failed, up to the failure. */
export function tellConnectionStory(log: readonly LogEntry[], failing: LogEntry): ConnectionStory {
  const attempt = log.slice(0, log.indexOf(failing) + 1).filter((entry) => entry.attempt === failing.attempt);
  const answer = findAnswer(attempt);
  const iceServers = attempt.findLast((entry) => entry.kind === 'ice-servers');
  const statistics = attempt.filter((entry) => entry.kind === 'statistics');
  const lastPairs = statistics.findLast((entry) => entry.pairs.length > 0);
  const candidates = attempt.filter((entry) => entry.kind === 'candidate');
  const trickled = candidates.filter((entry) => entry.side === 'remote' && entry.candidate !== '').length;
  return {
    states: attempt.filter((entry) => entry.kind === 'state'),
    channel: attempt.filter((entry) => entry.kind === 'channel'),
    statistics,
    remoteCandidates: Math.max(trickled, answer?.sdp.match(/^a=candidate:/gm)?.length ?? 0),
    ...(answer !== undefined && { answer }),
    ...(iceServers !== undefined && { iceServers }),
    // Chromium drops failed pairs the moment the connection fails, so the last statistics that had some count.
    ...(lastPairs !== undefined && { pairs: { entry: lastPairs.id, pairs: lastPairs.pairs } }),
  };
}

function findAnswer(attempt: readonly LogEntry[]): ConnectionStory['answer'] {
  const remote = attempt.findLast((entry) => entry.kind === 'description' && entry.side === 'remote');
  if (remote?.kind === 'description') return { sdp: remote.sdp, entry: remote.id };
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
