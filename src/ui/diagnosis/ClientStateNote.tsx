import { clientState } from '../../core/sdk/clientState.ts';
import type { LogEntry } from '../../core/session/log.ts';
import { duration } from '../../core/session/wording.ts';
import { EntryLink } from '../kit/EntryLink.tsx';
import { Row } from './Row.tsx';
import css from './Verdict.module.css';

interface ClientStateNoteProps {
  readonly log: readonly LogEntry[];
  /** ms since the run began */
  readonly now: number;
  /** it is over: what the SDK said at that moment */
  readonly past: boolean;
  readonly onOpen: (id: string) => void;
}

/** What the official client SDK says meanwhile, where that is not what is true. */
export function ClientStateNote({ log, now, past, onOpen }: ClientStateNoteProps) {
  const state = clientState(log);
  // Between the answer and the connection everybody claims it; only a long claim is worth a word.
  if (state === undefined || (state.says === 'connected' && now - state.since < 1000)) return undefined;
  const since = duration(Math.max(0, Math.round((now - state.since) / 100) * 100));
  const label = past ? 'Your SDK said then' : 'Your SDK says';
  if (state.says === 'connected') {
    return (
      <Row label={label}>
        <p>
          <strong>“connected”</strong>, for {since} already, because{' '}
          <EntryLink id={state.entry} text="the answer was applied" onSelect={onOpen} />.{' '}
          <span class={css.quiet}>
            {now < state.until
              ? `Nothing is connected. If nothing answers, it goes on saying so until about ${duration(state.until - state.since)}, then says “failed”, and onError never fires.`
              : 'Nothing is connected. It changes its mind only when the browser does, and onError never fires.'}
          </span>
        </p>
      </Row>
    );
  }
  return (
    <Row label={label}>
      <p>
        <strong>“closed”</strong>, since{' '}
        <EntryLink
          id={state.entry}
          text={`the first “disconnected” ${since} ${past ? 'before' : 'ago'}`}
          onSelect={onOpen}
        />
        .{' '}
        <span class={css.quiet}>
          It ends the call there and then: no wait, no ICE restart, no reconnect, and neither onError nor
          onSessionEnd fires. “disconnected” can pass by itself; only “failed” is final, so this debugger
          waits.
        </span>
      </p>
    </Row>
  );
}
