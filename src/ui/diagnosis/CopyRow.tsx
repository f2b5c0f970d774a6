import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { mswHandler, playwrightTest, serverLogFacts } from './copies.ts';
import css from './Verdict.module.css';

/** Everything that helps to show this to somebody else. */
export function CopyRow({ session, view }: { readonly session: SessionModel; readonly view: ViewModel }) {
  const log = session.log.value;
  const { outcome } = session.summary.value;
  const scenario = session.scenario.value;
  const verdict = outcome === 'failed' ? session.diagnoses.value[0] : undefined;
  const simulated = session.target === 'simulated';
  const test = () =>
    playwrightTest({
      name: `${scenario?.id ?? 'the session'} ${verdict === undefined ? 'connects' : `is diagnosed as ${verdict.code} ${verdict.variant}`}`,
      link: view.link.value,
      runsByItself: simulated,
      outcome,
      verdict,
    });
  const handler = outcome === 'failed' ? mswHandler(log) : undefined;
  return (
    <div class={css.copies}>
      <CopyButton label="Copy link" text={() => view.link.value} />
      <CopyButton label="Copy as Playwright test" text={test} />
      {handler !== undefined && <CopyButton label="Copy as MSW handler" text={() => handler} />}
      <CopyButton label="For server logs" text={() => serverLogFacts(log, session.startedAt.value)} />
    </div>
  );
}
