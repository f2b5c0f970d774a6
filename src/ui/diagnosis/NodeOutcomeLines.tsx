import type { NodeOutcome } from '../../core/sdk/nodeOutcome.ts';
import { LongText } from '../kit/LongText.tsx';
import css from './SdkShows.module.css';

export function NodeOutcomeLines({ outcome }: { readonly outcome: NodeOutcome }) {
  switch (outcome.kind) {
    case 'throws': {
      const { className, chain, status, code, message } = outcome.error;
      const facts = [
        status === undefined ? '' : `status ${status}`,
        code === undefined ? '' : `code ${code}`,
      ];
      return (
        <dl class={css.lines}>
          <dt>throws</dt>
          <dd>
            <code>
              <strong>{className}</strong>{' '}
              {chain
                .slice(1)
                .map((name) => `‹ ${name}`)
                .join(' ')}
            </code>
          </dd>
          <dt>with</dt>
          <dd>
            <code>
              {facts.filter(Boolean).join(' · ')} “<LongText text={message} />”
            </code>
          </dd>
        </dl>
      );
    }
    case 'pending':
      return <p>Never settles. {outcome.because}</p>;
    case 'resolves':
      return (
        <p>
          Resolves with <code>{outcome.value}</code>. {outcome.because}
        </p>
      );
    case 'goes-on':
      return <p>No error here. {outcome.because}</p>;
    case 'unknown':
      return <p>Cannot be told. {outcome.because}</p>;
    case 'not-involved':
      return <p>Takes no part. {outcome.because}</p>;
  }
}
