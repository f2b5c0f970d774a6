import { useState } from 'preact/hooks';
import type { WatchedModel } from '../../state/WatchedModel.ts';
import { Button } from '../kit/Button.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import css from './Watched.module.css';

/** How a page of one’s own comes to be watched: one line, then its badge, or its address here. */
export function Waiting({ watched }: { readonly watched: WatchedModel }) {
  const [url, setUrl] = useState('');
  const line = `<script src="${new URL('probe.js', location.href).href}" data-session-endpoint="/api/session"></script>`;
  const problem = watched.problem.value;
  return (
    <ol class={css.ways}>
      <li>
        <span>Put this line first into your page, and name the endpoint that gives it its token:</span>
        <code class={css.script}>{line}</code>
        <CopyButton label="Copy the line" text={() => line} look="plain" />
      </li>
      <li>
        <span>
          In your page, press <strong>Session probe</strong> in the corner, then{' '}
          <strong>Open debugger</strong>. Or open it from here:
        </span>
        <form
          class={css.open}
          onSubmit={(event) => {
            event.preventDefault();
            watched.open(url);
          }}
        >
          <input
            class={css.input}
            type="url"
            aria-label="Address of your page"
            aria-invalid={problem !== undefined}
            aria-describedby={problem === undefined ? undefined : 'watched-problem'}
            placeholder="http://localhost:3000"
            value={url}
            onInput={(event) => setUrl(event.currentTarget.value)}
          />
          <Button label="Open my page" onPress={() => watched.open(url)} />
        </form>
        {problem !== undefined && (
          <p id="watched-problem" class={css.problem} role="alert">
            {problem}
          </p>
        )}
      </li>
    </ol>
  );
}
