import { duration, plural } from '../../../core/session/wording.ts';
import type { IceServerResult, IceServerTest, SessionModel } from '../../../state/contracts.ts';
import { Button } from '../../kit/Button.tsx';
import css from '../Inspector.module.css';
import { Table, type TableRow } from '../Table.tsx';
import { stunErrorWords } from './stunErrorWords.ts';

const words = { answered: 'Answered', error: 'Failed', silent: 'Silent' } as const;
const tones = { answered: 'ok', error: 'error', silent: 'warn' } as const;

/** Gathers against each server and transport by itself: what one of them cannot do, no other can hide. */
export function ServerTest({ session, known }: { readonly session: SessionModel; readonly known: boolean }) {
  const test = session.iceServerTest.value;
  const running = test?.state === 'running';
  return (
    <div class={css.block} data-part="server-test" data-state={test?.state}>
      <div class={css.bar}>
        <p class={css.note} role="status">
          {test === undefined
            ? 'Asks each server by itself, with the credentials of this run.'
            : progress(test)}
        </p>
        {running ? (
          <Button label="Stop the test" icon="stop" look="quiet" onPress={session.stopIceServerTest} />
        ) : (
          <Button
            label="Test these servers"
            icon="play"
            disabled={!known}
            onPress={() => void session.testIceServers()}
          />
        )}
      </div>
      {test !== undefined && test.results.length + test.leftOut.length > 0 && (
        <Table
          caption="Each server by itself"
          head={['URL', 'Result', 'After', 'Candidates', 'Error']}
          rows={[...test.results.map(resultRow), ...test.leftOut.map(leftOutRow)]}
          none=""
        />
      )}
    </div>
  );
}

function progress({ state, results, leftOut, total }: IceServerTest): string {
  const asked = total - leftOut.length;
  if (asked === 0)
    return total === 0 ? 'There is no server to ask.' : 'All names are reserved: nobody was asked.';
  const answered = results.filter(({ result }) => result === 'answered').length;
  const of = `${results.length} of ${plural(asked, 'server URL')}`;
  if (state === 'running') return `Asking: ${of} so far, ${answered} answered.`;
  return state === 'done'
    ? `${answered} of ${plural(asked, 'server URL')} answered.`
    : `Stopped after ${of}.`;
}

function resultRow({ url, result, ms, candidates, errorCode, errorText }: IceServerResult): TableRow {
  const error = [
    errorCode === undefined ? undefined : stunErrorWords(errorCode),
    errorText && `“${errorText}”`,
  ];
  return {
    tone: tones[result],
    cells: [
      url,
      words[result],
      duration(ms),
      candidates.length === 0 ? '–' : String(candidates.length),
      error.filter(Boolean).join(' ') || '–',
    ],
  };
}

function leftOutRow(url: string): TableRow {
  return { tone: 'quiet', cells: [url, 'Not asked: its name is reserved', '–', '–', '–'] };
}
