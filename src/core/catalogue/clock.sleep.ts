import type { Evidence } from '../diagnosis/evidence.ts';
import type { LogEntryOf } from '../session/log.ts';
import { connectionFailure, howItEnded } from './connection.ts';
import { duration } from './duration.ts';
import type { CatalogueEntry } from './entry.ts';
import { whatCameBack } from './reply.ts';

/** After waking up the network needs a while; what fails within it fails because of the sleep, ms. */
const aftermath = 45_000;

/** A step that ended just after waking up was in the sleep too, ms. */
const wakingUp = 5_000;

export const clockSleep = {
  code: 'clock.sleep',
  origin: 'debugger',
  title: 'This computer slept, or this page stood still',
  cause:
    'While a computer sleeps, or a browser suspends a page, timers stand still and connections starve. On waking up, time limits have passed that nobody could keep, and the far end has given up. What failed then failed because of the sleep.',
  remedy:
    'Run again. In an app: when the page comes back, begin a new session instead of waiting for the old one.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    suspended: {
      title: 'The computer slept, or the page stood still, while the session was waiting',
      actor: 'browser',
      specificity: 95,
      adviceOf: ['connected'],
      recognise: (evidence) => {
        const { failing, phase, connection } = evidence;
        if (phase === 'failed' && !starves(evidence)) return undefined;
        const began = beginOfWait(evidence);
        const slept = connection.sleeps.findLast(
          ({ at }) => phase === 'connected' || (at >= began - wakingUp && failing.at - at <= aftermath),
        );
        if (slept === undefined) return undefined;
        const { said, story } = standstill(slept);
        return {
          certainty: 'proved',
          cause: `${story}${phase === 'connected' ? ' The session is still there.' : ' What failed afterwards says nothing about network or service.'}`,
          remedy:
            'Run again with the computer awake and the page in view. In your app, listen for visibilitychange and begin a new session, with a new token, after a long sleep.',
          evidence: [
            { entry: slept.id, says: said },
            ...(phase === 'connected'
              ? []
              : [connectionFailure(evidence) === undefined ? whatCameBack(evidence) : howItEnded(evidence)]),
          ],
          causedBy: { step: evidence.step, entry: slept.id },
          ruledOut:
            phase === 'connected'
              ? []
              : [
                  {
                    code: 'ice.unreachable',
                    variant: 'no-answer',
                    because: 'nothing could be sent or received meanwhile',
                  },
                  {
                    code: 'net.loss',
                    variant: 'mid-call',
                    because: 'it was the computer or the page that stopped, not the network',
                  },
                  {
                    code: 'timeout_error',
                    variant: 'no-response',
                    because: 'most of the time limit passed while nothing ran here',
                  },
                ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

/**
 * What the clocks tell, and no more. Only where the wall clock ran away from the monotonic one did the computer surely
 * sleep (Linux); where both went on and timers came late it may have slept (Windows), or the page was suspended or busy.
 */
function standstill({ wallClock, monotonic, late }: LogEntryOf<'sleep'>): {
  readonly said: string;
  readonly story: string;
} {
  const parted = wallClock - monotonic;
  const length = duration(Math.max(parted, late));
  if (parted > late) {
    return {
      said: `asleep for about ${length}`,
      story: `The wall clock went on by ${duration(wallClock)} while timers saw ${duration(monotonic)}: the computer slept for about ${length}.`,
    };
  }
  return {
    said: `nothing ran in this page for about ${length}`,
    story: `Nothing ran in this page for about ${length}: a timer fired that late. The computer slept, the browser suspended the page, or something kept it busy; its clocks do not tell which.`,
  };
}

/** Failures that a sleep causes: time that ran out, and connections that nobody kept alive. */
function starves({ trouble }: Evidence): boolean {
  if (trouble.what === 'timeout' || trouble.what === 'unreachable') return !trouble.forwarded;
  if (trouble.what !== 'connection') return false;
  return ['timeout', 'ice', 'channel', 'dtls'].includes(trouble.failure.reason);
}

/** When the wait began that failed: the step, or the loss of a session that stood. */
function beginOfWait({ log, failing, step, attempt }: Evidence): number {
  const begun = log.findLast(
    (entry) =>
      entry.kind === 'step' && entry.state === 'running' && entry.step === step && entry.attempt === attempt,
  );
  return begun !== undefined && begun.at <= failing.at ? begun.at : 0;
}
