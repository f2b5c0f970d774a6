import type { Proof } from '../diagnosis/diagnosis.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import type { LogEntryOf } from '../session/log.ts';
import { duration } from './duration.ts';
import type { CatalogueEntry } from './entry.ts';
import { whatCameBack } from './reply.ts';
import { refusal } from './tokenRefusal.ts';

/** Beside the verdict it is advice; above those of a refused token it explains what the clock made look otherwise. */
const explains = 94;

export const clockSkew = {
  code: 'clock.skew',
  origin: 'debugger',
  title: 'This computer’s clock differs from the service’s',
  cause:
    'Whether a token has expired is for the service’s clock to say. Read by a clock that is wrong, a good token looks expired and an expired one good.',
  remedy: 'Set this computer’s clock by the network, and judge expiry by the service’s time.',
  surfaces: [
    { step: 'ice-config', statuses: [401] },
    { step: 'call', statuses: [401] },
  ],
  variants: {
    behind: {
      title: 'This computer’s clock is behind: the token had expired after all',
      actor: 'browser',
      specificity: 30,
      recognise: (evidence) => {
        const skew = skewOf(evidence);
        if (skew === undefined || skew.ahead > 0) return undefined;
        const late = expiredByService(evidence, skew);
        const expired = late !== undefined && late > 0 && refusal(evidence) !== undefined;
        return {
          certainty: 'proved',
          ...(expired && { specificity: explains, action: 'new-token-and-retry' as const }),
          cause: `This computer’s clock is ${duration(-skew.ahead)} behind that of who answered.${expired ? ` By theirs the token’s exp had passed ${duration(late)} before this request, though by this one it had not.` : ' Times here are off by as much; it did not cause this failure.'}`,
          remedy: `Set the clock of this computer by the network.${expired ? ' Then fetch a new token just before the session.' : ''}`,
          evidence: [proofOf(skew), whatCameBack(evidence)],
        };
      },
    },
    ahead: {
      title: 'This computer’s clock is ahead: the token only looks expired',
      actor: 'browser',
      specificity: 30,
      recognise: (evidence) => {
        const skew = skewOf(evidence);
        if (skew === undefined || skew.ahead < 0) return undefined;
        const late = expiredByService(evidence, skew);
        const received = evidence.credential?.received;
        const looked = received?.expiresAt !== undefined && received.expiresAt * 1000 <= received.wallClock;
        const apparent = looked && late !== undefined && late < 0 && refusal(evidence) !== undefined;
        return {
          certainty: skew.from === 'date' ? 'proved' : 'likely',
          // An iat in the past is also that of a token which was kept: then the verdict of expiry stands.
          ...(apparent && skew.from === 'date' && { specificity: 65 }),
          cause: `This computer’s clock is ${duration(skew.ahead)} ahead of that of who answered.${apparent ? ` By it the token looks expired; by theirs it was good for another ${duration(-late)}, so the service refused it for another reason.` : ' Times here are off by as much.'}`,
          remedy: `Set the clock of this computer by the network.${apparent ? ' Then look for what else is wrong with the token: spent, of another environment, or its key withdrawn.' : ''}`,
          evidence: [proofOf(skew), whatCameBack(evidence)],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

type Skew = Extract<LogEntryOf<'note'>, { topic: 'clock-skew' }>;

/** The last that was noticed; a `Date` says more than an `iat`. */
function skewOf({ log, failing }: Evidence): Skew | undefined {
  if (failing.kind !== 'rest-error') return undefined;
  const notes = log.flatMap((entry) =>
    entry.kind === 'note' && entry.topic === 'clock-skew' ? [entry] : [],
  );
  return notes.findLast(({ from }) => from === 'date') ?? notes.at(-1);
}

/** ms from exp to the request, by the service's clock. */
function expiredByService({ credential, exchange, run }: Evidence, { ahead }: Skew): number | undefined {
  const expiresAt = credential?.received?.expiresAt;
  if (expiresAt === undefined || run === undefined || exchange?.request === undefined) return undefined;
  return run.wallClock + exchange.request.at - ahead - expiresAt * 1000;
}

function proofOf(skew: Skew): Proof {
  const way = skew.ahead > 0 ? 'ahead' : 'behind';
  const by = skew.from === 'iat' ? 'the iat of the token it just made' : 'the Date of its reply';
  return { entry: skew.id, says: `this clock is ${duration(Math.abs(skew.ahead))} ${way}, by ${by}` };
}
