import { describe } from '../../core/session/describe.ts';
import { LongText } from '../kit/LongText.tsx';
import { Placeholder } from '../kit/Placeholder.tsx';
import { Body } from './Body.tsx';
import { Headers } from './Headers.tsx';
import css from './Inspector.module.css';
import type { Inspected } from './inspected.ts';

export function ResponseTab({ inspected }: { readonly inspected: Inspected }) {
  const { request, response, error } = inspected;
  if (response === undefined) {
    return (
      <Placeholder>
        {error !== undefined
          ? describe(error)
          : request !== undefined
            ? 'The response has not come yet.'
            : 'No request belongs to this. Select the step Token, ICE config or Call.'}
      </Placeholder>
    );
  }
  return (
    <div class={css.wire}>
      <div class={css.block}>
        <p class={css.line}>
          <code>
            <strong>{response.status}</strong> <LongText text={response.statusText} />
          </code>
        </p>
        {response.redirected && (
          <p class={css.note}>
            After a redirect{response.url === undefined ? '' : <> to {<code>{response.url}</code>}</>}.
          </p>
        )}
        <Headers headers={response.headers} label="Response headers" />
      </div>
      <div class={css.block}>
        {response.bodyBytes === 0 ? (
          <p class={css.note}>The body was empty.</p>
        ) : (
          <Body text={response.body} label="Response body" bytes={response.bodyBytes} />
        )}
      </div>
    </div>
  );
}
