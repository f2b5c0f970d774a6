import type { LogEntry, LogEntryOf } from '../../../core/session/log.ts';
import { parseCandidate } from '../../../core/webrtc/candidate.ts';
import { Table, type TableRow } from '../Table.tsx';

interface CandidateTableProps {
  readonly side: 'local' | 'remote';
  readonly candidates: readonly LogEntryOf<'candidate'>[];
  /** `a=candidate` of the answer, which no event tells */
  readonly described: readonly string[];
}

const captions = { local: 'Candidates of this browser', remote: 'Candidates of the far end' } as const;

/** Addresses that one side offers to be reached at. */
export function CandidateTable({ side, candidates, described }: CandidateTableProps) {
  const texts = [
    ...new Set([...candidates.map(({ candidate }) => candidate), ...described].map(withoutPrefix)),
  ];
  const from = new Map(candidates.map(({ candidate, url }) => [withoutPrefix(candidate), url]));
  return (
    <Table
      caption={captions[side]}
      terms={side === 'local' ? ['candidate', 'mdns'] : ['trickle']}
      head={['Type', 'Protocol', 'Address', 'From']}
      rows={texts.map((text) => row(text, from.get(text)))}
      none={side === 'local' ? 'None were gathered.' : 'The answer names none.'}
    />
  );
}

function row(text: string, url: string | undefined): TableRow {
  const read = parseCandidate(text);
  if (!read.ok) return { tone: 'error', cells: ['unreadable', '–', text.slice(0, 200), '–'] };
  const { type, transport, address, port, tcpType } = read.candidate;
  return {
    cells: [
      type,
      tcpType === undefined ? transport : `${transport}, ${tcpType}`,
      `${address.includes(':') ? `[${address}]` : address}:${port}`,
      url === undefined || url === '' ? '–' : url,
    ],
  };
}

function withoutPrefix(text: string): string {
  return text.replace(/^(?:a=)?candidate:/, '');
}

/** Candidates without the ends of candidates. */
export function candidatesOf(
  log: readonly LogEntry[],
  side: 'local' | 'remote',
): readonly LogEntryOf<'candidate'>[] {
  return log.filter(
    (entry): entry is LogEntryOf<'candidate'> =>
      entry.kind === 'candidate' && entry.side === side && entry.candidate !== '',
  );
}
