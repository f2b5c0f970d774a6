import type { RemedyAction } from '../../core/diagnosis/diagnosis.ts';
import { serverLogFacts } from '../../core/recording/write/serverLogFacts.ts';
import { comparisonOf, presentRun } from '../../state/Comparison.ts';
import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { Button } from '../kit/Button.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { mswHandler, playwrightTest } from './copies.ts';
import css from './Verdict.module.css';

const actionWords: Readonly<Record<RemedyAction, string>> = {
  'new-token-and-retry': 'Get a new token and retry',
  'retry-with-backoff': 'Retry with backoff',
};

/** What can be done about it here, and everything that helps to show it to somebody else. */
export function VerdictActions({
  session,
  view,
}: {
  readonly session: SessionModel;
  readonly view: ViewModel;
}) {
  const comparison = comparisonOf(session);
  const good = comparison.lastGood.value;
  const log = session.log.value;
  const { outcome } = session.summary.value;
  const shown = session.shown.value;
  const chosen = session.scenario.value?.id;
  const scenario = shown?.opened === undefined ? chosen : shown.opened.scenario;
  const [verdict] = session.diagnoses.value;
  const { route, restWith } = session.settings.value;
  // Of a token pasted by hand nobody here can get another.
  const pasted = session.target === 'live' && route === 'rest' && restWith === 'token';
  const helpless = pasted && verdict?.action === 'new-token-and-retry';
  // What is over cannot be tried again, a recording or an earlier moment; nor what somebody else runs.
  const over = shown !== undefined || session.target === 'watched';
  const action = helpless || over ? undefined : verdict?.action;
  const test = () =>
    playwrightTest({
      name: `${scenario ?? 'the session'} ${verdict === undefined ? 'connects' : `is diagnosed as ${verdict.code} ${verdict.variant}`}`,
      link: view.link.value,
      runsByItself: session.target === 'simulated',
      outcome,
      verdict,
    });
  const handler = outcome === 'failed' ? mswHandler(log) : undefined;
  return (
    <div class={css.actions} data-part="actions">
      {action !== undefined && (
        <Button label={actionWords[action]} icon="clear" onPress={() => session.retry(action)} />
      )}
      <Button
        label="Run this again, simulated"
        icon="simulated"
        look="quiet"
        onPress={() => view.open('replay')}
      />
      {good !== undefined && (
        <Button
          label="Compare with the last good run"
          icon="fit"
          look="quiet"
          onPress={() => {
            comparison.compare(good, presentRun(session));
            view.open('compare');
          }}
        />
      )}
      <CopyButton label="Copy link" text={() => view.link.value} />
      <CopyButton label="Copy as Playwright test" text={test} />
      {handler !== undefined && <CopyButton label="Copy as MSW handler" text={() => handler} />}
      <CopyButton label="For server logs" text={() => serverLogFacts(log, session.startedAt.value)} />
    </div>
  );
}
