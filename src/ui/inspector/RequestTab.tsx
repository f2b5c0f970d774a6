import type { LogEntryOf } from '../../core/session/log.ts';
import { LongText } from '../kit/LongText.tsx';
import { Body } from './Body.tsx';
import { Headers } from './Headers.tsx';
import css from './Inspector.module.css';

export function RequestTab({ request }: { readonly request: LogEntryOf<'request'> }) {
  return (
    <div class={css.wire}>
      <div class={css.block}>
        <p class={css.line}>
          <code>
            <strong>{request.method}</strong> <LongText text={request.url} />
          </code>
        </p>
        {request.altered.length > 0 && (
          <p class={css.note}>Altered on purpose: {request.altered.join('; ')}</p>
        )}
        <Headers headers={request.headers} label="Request headers" />
      </div>
      <div class={css.block}>
        {request.body === undefined ? (
          <p class={css.note}>Sent without a body.</p>
        ) : (
          <Body text={request.body} label="Request body" />
        )}
      </div>
    </div>
  );
}
