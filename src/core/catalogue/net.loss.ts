import type { Evidence } from '../diagnosis/evidence.ts';
import { silenceInWords } from '../diagnosis/silences.ts';
import type { LogEntryOf } from '../session/log.ts';
import {
  connectionFailure,
  howItEnded,
  iceWasConnected,
  isFirefox,
  lastState,
  proofOf,
} from './connection.ts';
import { duration } from './duration.ts';
import type { CatalogueEntry } from './entry.ts';
import { tearsDown } from './sdkBehaviour.ts';

export const netLoss = {
  code: 'net.loss',
  origin: 'debugger',
  title: 'The network was lost in the middle of the session',
  cause:
    'The connection stood, then no packet came back any more. Browsers say “disconnected” after some 6 s and “failed” 10 s later; the data channel stays “open” all the while and says nothing.',
  remedy:
    'Wait for the network; a short loss heals by itself, after “failed” it takes an ICE restart or a new session.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [tearsDown],
  variants: {
    'mid-call': {
      title: 'Packets stopped coming in the middle of the session',
      actor: 'network',
      specificity: 71,
      of: ['failed', 'connected'],
      recognise: (evidence) => {
        const { channel, statistics } = evidence.connection;
        const over = evidence.phase === 'failed';
        const failure = connectionFailure(evidence);
        if (over && failure?.reason !== 'ice') return undefined;
        if (!iceWasConnected(evidence) || channel.some(({ event }) => event === 'close')) return undefined;
        const lost = whenLost(evidence);
        const silence = evidence.connection.silences.find(({ foresees }) => foresees === 'net.loss');
        const disconnected = lastState(evidence, 'ice')?.to === 'disconnected';
        // Firefox counts no checks: that nothing comes any more may be a far end that says nothing.
        if (!over && !disconnected && isFirefox(evidence)) return undefined;
        const gone = over || disconnected ? (lost ?? silence) : silence;
        if (gone === undefined) return undefined;
        const frozen = statistics.findLast(({ at }) => at >= gone.at);
        const opened = channel.find(({ event }) => event === 'open');
        return {
          certainty: over ? 'proved' : 'likely',
          cause: `The session had been connected${opened === undefined ? '' : ` for ${duration(gone.at - opened.at)}`} when packets stopped coming back.${over ? '' : ' It may still heal by itself.'} The data channel says nothing of it.`,
          remedy: over
            ? 'Check the user’s network (Wi-Fi, VPN, sleep), then begin a new session with a new token, or restart ICE.'
            : 'Wait: “disconnected” is not final. Do not tear the session down before “failed”.',
          evidence: [
            ...proofOf(opened?.id, 'the channel was open'),
            {
              entry: gone.id,
              says: gone.kind === 'watch' ? silenceInWords(gone) : `ICE went to “${gone.to}”`,
            },
            ...proofOf(frozen?.id, 'the last statistics'),
            howItEnded(evidence),
          ],
          ruledOut: [
            {
              code: 'ice.unreachable',
              variant: 'no-answer',
              because: 'the far end had been reached: the session was connected',
            },
            { code: 'dc.remote-close', variant: 'closed', because: 'the channel was not closed' },
          ],
        };
      },
    },
    'far-end-silent': {
      title: 'The far end fell silent, while the network was there',
      actor: 'far-end',
      specificity: 72,
      recognise: (evidence) => {
        if (connectionFailure(evidence)?.reason !== 'ice' || !iceWasConnected(evidence)) return undefined;
        const lost = whenLost(evidence);
        const { silent, answered } = looksAfterFailure(evidence);
        if (lost === undefined || answered === undefined || silent !== undefined) return undefined;
        return {
          certainty: 'likely',
          cause: `Packets stopped coming back, but ${answered.url} answered at once when it was asked ${duration(answered.after)} after the failure. So this computer’s network stood: the far end, or the way to it, is gone.`,
          remedy:
            'Begin a new session with a new token. Where it happens again, report the conversation id with the time: the far end may have ended without closing.',
          evidence: [
            { entry: lost.id, says: `ICE went to “${lost.to}”` },
            { entry: answered.id, says: `${answered.url} answered after the failure` },
            howItEnded(evidence),
          ],
          ruledOut: [
            {
              code: 'net.restart-needed',
              variant: 'after-failed',
              because: 'no server of the session was silent after the failure',
            },
            { code: 'dc.remote-close', variant: 'closed', because: 'the channel was not closed' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

/** What the session’s ICE servers did when they were asked after the failure: the first silence, and the first answer. */
export function looksAfterFailure({ log, attempt, failing }: Evidence) {
  const looks = log.filter(
    (entry): entry is Extract<LogEntryOf<'note'>, { topic: 'network-look' }> =>
      entry.kind === 'note' &&
      entry.topic === 'network-look' &&
      entry.attempt === attempt &&
      entry.at >= failing.at,
  );
  return {
    silent: looks.find(({ answered }) => !answered),
    answered: looks.find(({ answered }) => answered),
  };
}

/** The first change to `disconnected` or `failed` after which ICE, or where its states are not told the connection, did not come back. */
export function whenLost(evidence: Evidence) {
  return lossOf(evidence, 'ice') ?? lossOf(evidence, 'connection');
}

function lossOf({ connection }: Evidence, machine: 'ice' | 'connection') {
  const states = connection.states.filter((entry) => entry.machine === machine);
  const back = states.findLastIndex(isUp);
  return states.slice(back + 1).find(({ to }) => to === 'disconnected' || to === 'failed');
}

function isUp({ to }: LogEntryOf<'state'>): boolean {
  return to === 'connected' || to === 'completed';
}

/** ICE came back after it had been lost: the last change to `connected`, with the one before it to `disconnected`. */
export function recovery({ connection }: Evidence) {
  const ice = connection.states.filter(({ machine }) => machine === 'ice');
  return ice
    .flatMap((returned, index) => {
      const lost = ice[index - 1];
      return isUp(returned) && lost?.to === 'disconnected' ? [{ lost, returned }] : [];
    })
    .at(-1);
}
