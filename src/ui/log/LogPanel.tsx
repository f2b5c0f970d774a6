import { useEffect, useState } from 'preact/hooks';
import { levelOf } from '../../core/session/describe.ts';
import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { createLogSearch } from '../../state/LogSearch.ts';
import { entryById } from '../inspector/entryById.ts';
import { Placeholder } from '../kit/Placeholder.tsx';
import { downloadNdjson } from './downloadNdjson.ts';
import { FilterBar } from './FilterBar.tsx';
import { FilterHelp } from './FilterHelp.tsx';
import { HiddenNote } from './HiddenNote.tsx';
import { LogGrid } from './LogGrid.tsx';
import css from './LogPanel.module.css';
import { LogTools } from './LogTools.tsx';

interface LogPanelProps {
  readonly session: SessionModel;
  readonly view: ViewModel;
  readonly onOpen: (id: string) => void;
}

function after(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}

/** The debug log: everything that happened, one line each. */
export function LogPanel({ session, view, onOpen }: LogPanelProps) {
  const [search] = useState(() =>
    createLogSearch({ log: session.log, text: view.filter, now: () => performance.now(), after }),
  );
  useEffect(() => search.end, [search]);
  const [help, setHelp] = useState(false);
  const text = view.filter.value;
  const filter = search.filter.value;
  const log = session.log.value;
  const entries = search.shown.value;
  const summary = session.summary.value;
  const selection = view.selection.value;
  const selected = selection?.kind === 'entry' ? selection.id : undefined;

  const failedBy = summary.steps.find((step) => step.state === 'failed')?.failedBy;
  const ending = entryById(log, summary.outcome === 'failed' ? failedBy : undefined);
  const chosen = entryById(log, selected);
  return (
    <>
      <header class={css.header}>
        <h2 id="log-title">Debug log</h2>
        <FilterBar
          filter={text}
          helpOpen={help}
          invalid={filter.problems.length > 0}
          shortcut={view.shortcuts.value ? view.keys.value.filter : undefined}
          onFilter={view.setFilter}
          onHelp={() => setHelp(!help)}
        />
        <LogTools
          shown={entries.length}
          total={log.length}
          follow={view.follow.value}
          time={view.time.value}
          onFollow={view.setFollow}
          onTime={view.setTime}
          onExport={() => downloadNdjson(log, summary.run)}
        />
      </header>
      {help && <FilterHelp />}
      {filter.problems.length > 0 && (
        <p class={css.problems} id="filter-problems">
          {filter.problems.join(' ')}
        </p>
      )}
      {ending !== undefined && levelOf(ending) === 'warn' && !filter.matches(ending) ? (
        <HiddenNote onShow={() => view.setFilter('level:warn+')}>
          A warning ended this run (an expected validation error is a warning, not an error), and this filter
          hides it.
        </HiddenNote>
      ) : (
        chosen !== undefined &&
        !filter.matches(chosen) && (
          <HiddenNote onShow={() => view.setFilter('')}>The filter hides the selected entry.</HiddenNote>
        )
      )}
      {entries.length === 0 && (
        <Placeholder>
          {log.length === 0
            ? 'Empty. Each request, state change, candidate and failure of a run becomes one line here.'
            : 'No entry passes the filter.'}
        </Placeholder>
      )}
      <LogGrid
        entries={entries}
        selected={selected}
        follow={view.follow.value}
        time={view.time.value}
        startedAt={session.startedAt.value}
        onSelect={onOpen}
        onFollow={view.setFollow}
      />
    </>
  );
}
