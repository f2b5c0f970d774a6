import type { ClientOutcome } from '../../core/sdk/clientSdk.ts';
import { LongText } from '../kit/LongText.tsx';
import css from './SdkShows.module.css';

export function ClientOutcomeLines({ outcome }: { readonly outcome: ClientOutcome }) {
  switch (outcome.kind) {
    case 'rejects': {
      const { rejection, onError, states, after } = outcome;
      return (
        <dl class={css.lines}>
          <dt>startSession()</dt>
          <dd>
            <code>
              rejects <strong>{rejection.name}</strong> · {rejection.code} “{rejection.message}”
            </code>
          </dd>
          <dt>onError ×{onError.times}</dt>
          <dd>
            <code>
              <strong>{onError.name}</strong> “<LongText text={onError.message} />”
            </code>
          </dd>
          <dt>state</dt>
          <dd>
            <code>{states.join(' → ')}</code> <span class={css.version}>{after}</span>
          </dd>
        </dl>
      );
    }
    case 'pending':
      return (
        <p>
          startSession() never settles: <code>{outcome.states.join(' → ')}</code>. {outcome.because}
        </p>
      );
    case 'resolves':
      return (
        <p>
          startSession() resolves: <code>{outcome.states.join(' → ')}</code>. {outcome.because}
        </p>
      );
    case 'not-observed':
      return <p>{outcome.because}</p>;
  }
}
