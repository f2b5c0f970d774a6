import type { LogEntry, LogEntryOf } from '../../../core/session/log.ts';
import { duration } from '../../../core/session/wording.ts';
import { EntryLink } from '../../kit/EntryLink.tsx';
import css from '../Inspector.module.css';
import { Table, type TableRow } from '../Table.tsx';
import { SelectedPair } from './SelectedPair.tsx';

interface PairGridProps {
  readonly log: readonly LogEntry[];
  /** the last statistics that had any pairs */
  readonly statistics: LogEntryOf<'statistics'> | undefined;
  /** the browser dropped them since */
  readonly dropped: boolean;
  readonly onSelect: (id: string) => void;
}

const tones: Readonly<Record<string, NonNullable<TableRow['tone']>>> = {
  succeeded: 'ok',
  failed: 'error',
  'in-progress': 'warn',
};

/** Every path that was tried. */
export function PairGrid({ log, statistics, dropped, onSelect }: PairGridProps) {
  const pairs = statistics?.pairs ?? [];
  return (
    <div class={css.block}>
      <SelectedPair log={log} onSelect={onSelect} />
      <Table
        caption="Paths that were tried"
        terms={['candidate-pair']}
        head={['Local', 'Remote', 'State', 'Nominated', 'Checks sent', 'Answered', 'Round trip']}
        rows={pairs.map((pair) => ({
          tone: tones[pair.state] ?? 'quiet',
          cells: [
            pair.local,
            pair.remote,
            pair.state,
            pair.nominated ? 'yes' : 'no',
            String(pair.requestsSent ?? '–'),
            String(pair.responsesReceived ?? '–'),
            pair.roundTripTime === undefined ? '–' : duration(pair.roundTripTime),
          ],
        }))}
        none="None yet: they are made of the candidates of both sides."
      />
      {statistics !== undefined && (
        <p class={css.note}>
          As <EntryLink id={statistics.id} text={`seen at ${duration(statistics.at)}`} onSelect={onSelect} />
          {dropped && '; this browser dropped them when the connection failed'}.
        </p>
      )}
    </div>
  );
}
