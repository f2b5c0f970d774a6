import type { StatisticsSample } from '../session/readStatistics.ts';
import type { CheckFacts } from './peerFacts.ts';

/** What of a sample counts here. */
export type CheckCounters = Pick<StatisticsSample, 'requestsSent' | 'responsesReceived' | 'packetsReceived'>;

/** Follows the connectivity checks from one sample to the next: when the last response came, what was sent since. */
export interface CheckTracker {
  take(sample: CheckCounters): void;
  /** Other pairs count from now on: their counters say nothing about those before. */
  restart(): void;
  facts(): CheckFacts;
}

/** `now` is the clock of the facts, ms. */
export function createCheckTracker(now: () => number): CheckTracker {
  let lastResponseAt = now();
  let sentThen: number | undefined;
  let counted: number | undefined;
  let responses = 0;
  let unanswered = 0;
  let packetsReceived = 0;
  return {
    take({ requestsSent, responsesReceived, packetsReceived: packets }) {
      packetsReceived = packets ?? packetsReceived;
      // Once a connection has failed, Chromium knows no pair any more.
      if (requestsSent === undefined || responsesReceived === undefined) return;
      if (responsesReceived !== counted) {
        if (counted !== undefined && responsesReceived > counted) responses += 1;
        counted = responsesReceived;
        sentThen = requestsSent;
        lastResponseAt = now();
      }
      unanswered = Math.max(0, requestsSent - (sentThen ?? requestsSent));
    },
    restart() {
      counted = undefined;
      sentThen = undefined;
      unanswered = 0;
      lastResponseAt = now();
    },
    facts: () => ({ responses, lastResponseAt, unanswered, packetsReceived }),
  };
}
