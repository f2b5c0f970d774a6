import type { StatisticsSample } from '../../core/session/readStatistics.ts';
import type { CheckFacts } from './peerFacts.ts';

/** Follows the connectivity checks from one sample to the next: when the last response came, what was sent since. */
export interface CheckTracker {
  take(sample: StatisticsSample): void;
  /** Other pairs count from now on: their counters say nothing about those before. */
  restart(): void;
  facts(): CheckFacts;
}

export function createCheckTracker(): CheckTracker {
  let lastResponseAt = performance.now();
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
        lastResponseAt = performance.now();
      }
      unanswered = Math.max(0, requestsSent - (sentThen ?? requestsSent));
    },
    restart() {
      counted = undefined;
      sentThen = undefined;
      unanswered = 0;
      lastResponseAt = performance.now();
    },
    facts: () => ({ responses, lastResponseAt, unanswered, packetsReceived }),
  };
}
