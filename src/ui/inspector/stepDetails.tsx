import { messageCount } from '../../core/session/landmarks.ts';
import type { LogEntry, LogEntryOf } from '../../core/session/log.ts';
import type { SessionStep } from '../../core/session/step.ts';
import { duration, plural } from '../../core/session/wording.ts';
import type { Fact } from '../kit/Facts.tsx';
import { ofKind } from './inspected.ts';

/** What a step that sends nothing has to show: the candidates of the offer, the layers of the connection. */
export function stepDetails(log: readonly LogEntry[], step: SessionStep): readonly Fact[] {
  if (step === 'offer') return offerFacts(log);
  return step === 'connection' ? connectionFacts(log) : [];
}

function offerFacts(log: readonly LogEntry[]): readonly Fact[] {
  const offer = ofKind(log, 'description').findLast((entry) => entry.type === 'offer');
  const local = ofKind(log, 'candidate').filter((entry) => entry.side === 'local' && entry.candidate !== '');
  const cut = ofKind(log, 'note').findLast((entry) => entry.topic === 'gathering-cut-off');
  return [
    ['Offer', offer && `${plural(offer.sdp.split('\n').length - 1, 'line')} of SDP`],
    ['Candidates', plural(local.length, 'local candidate')],
    [
      'Gathering',
      cut?.topic === 'gathering-cut-off'
        ? `cut off after ${duration(cut.after)}, as the SDK does`
        : lastState(log, 'gathering'),
    ],
  ];
}

function connectionFacts(log: readonly LogEntry[]): readonly Fact[] {
  const statistics = ofKind(log, 'statistics').at(-1);
  const pair = statistics?.pairs.find((candidate) => candidate.nominated);
  const channel = ofKind(log, 'channel').findLast(
    (entry) => entry.event !== 'sent' && entry.event !== 'received',
  );
  const messages = messageCount(log);
  return [
    ['ICE', lastState(log, 'ice')],
    ['Path', pair && `${pair.local} ↔ ${pair.remote}`],
    ['Round trip', pair?.roundTripTime === undefined ? undefined : duration(pair.roundTripTime)],
    ['DTLS', lastState(log, 'dtls')],
    ['Data channel', channel?.event],
    ['Messages', messages === 0 ? undefined : plural(messages, 'message')],
  ];
}

function lastState(log: readonly LogEntry[], machine: LogEntryOf<'state'>['machine']): string | undefined {
  return ofKind(log, 'state').findLast((entry) => entry.machine === machine)?.to;
}
