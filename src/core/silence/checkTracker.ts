import type { StatisticsSample } from '../session/readStatistics.ts';
import type { CheckFacts } from './peerFacts.ts';

/** What of a sample counts here. A browser that does not count something leaves it out: then it is unknown, not 0. */
export type CheckCounters = Pick<
  StatisticsSample,
  'requestsSent' | 'responsesReceived' | 'packetsReceived' | 'bytesReceived'
>;

/** Follows the connectivity checks from one sample to the next: when the last response came, what was sent since. */
export interface CheckTracker {
  take(sample: CheckCounters): void;
  /** Other pairs count from now on: their counters say nothing about those before. */
  restart(): void;
  facts(): CheckFacts;
}

/** So many samples in a row that each brought something: what comes is a stream, and its end is worth a word. */
const stream = 5;

/** `now` is the clock of the facts, ms. */
export function createCheckTracker(now: () => number): CheckTracker {
  let lastResponseAt = now();
  let sentThen: number | undefined;
  let counted: number | undefined;
  let responses = 0;
  let unanswered: number | undefined;
  let packetsReceived: number | undefined;
  let bytes: number | undefined;
  let inARow = 0;
  let streamEndedAt: number | undefined;
  let lastHeardAt = now();

  function hear(received: number | undefined): void {
    if (received === undefined) return;
    if (bytes === undefined || received > bytes) {
      if (bytes !== undefined) inARow += 1;
      bytes = received;
      lastHeardAt = now();
      streamEndedAt = undefined;
    } else {
      if (inARow >= stream) streamEndedAt = lastHeardAt;
      inARow = 0;
    }
  }

  return {
    take({ requestsSent, responsesReceived, packetsReceived: packets, bytesReceived }) {
      packetsReceived = packets ?? packetsReceived;
      hear(bytesReceived);
      // Once a connection has failed, Chromium knows no pair any more.
      if (responsesReceived !== undefined && responsesReceived !== counted) {
        if (counted !== undefined && responsesReceived > counted) responses += 1;
        counted = responsesReceived;
        sentThen = requestsSent;
        lastResponseAt = now();
      }
      // Firefox counts what was answered, and not what was sent.
      if (requestsSent === undefined || responsesReceived === undefined) return;
      unanswered = Math.max(0, requestsSent - (sentThen ?? requestsSent));
    },
    restart() {
      counted = undefined;
      sentThen = undefined;
      unanswered = undefined;
      lastResponseAt = now();
    },
    facts: () => ({ responses, lastResponseAt, unanswered, packetsReceived, streamEndedAt }),
  };
}
