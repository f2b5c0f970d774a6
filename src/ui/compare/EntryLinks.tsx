import type { Both } from '../../core/recording/compare/sessionComparison.ts';
import { EntryLink } from '../kit/EntryLink.tsx';

export type OpenEntry = (id: string) => void;

interface EntryLinksProps {
  readonly entries: Both<string | undefined>;
  /** undefined on the side whose log is not the one on screen */
  readonly open: Both<OpenEntry | undefined>;
}

/** Leads to the entries that show a difference, on the side whose log is on screen. */
export function EntryLinks({ entries, open }: EntryLinksProps) {
  return (
    <>
      {(['left', 'right'] as const).map((side) => {
        const id = entries[side];
        const onSelect = open[side];
        return id === undefined || onSelect === undefined ? undefined : (
          <span key={side}>
            {' '}
            <EntryLink id={id} text={`show ${id}`} onSelect={onSelect} />
          </span>
        );
      })}
    </>
  );
}
