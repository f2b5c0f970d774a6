import { useEffect } from 'preact/hooks';
import type { SessionModel } from '../../state/contracts.ts';
import type { WatchedModel, WatchedState } from '../../state/WatchedModel.ts';
import { watchedOf } from '../../state/watchedOf.ts';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { SessionChoice } from './SessionChoice.tsx';
import { Waiting } from './Waiting.tsx';
import css from './Watched.module.css';

/** On a watched target, at all times: whose session is shown, or how it comes here. */
export function WatchedBar({ session }: { readonly session: SessionModel }) {
  const watched = watchedOf(session).value;
  useEffect(() => {
    document.title = `Watched · ${document.title.replace(/^Watched · /, '')}`;
  }, []);
  if (watched === undefined) return undefined;
  const state = watched.state.value;
  return (
    <section class={css.bar} aria-label="Watched page" data-part="watched-bar" data-state={state.is}>
      <p class={css.line} role="status">
        <Icon name="live" />
        <span>{words(state, watched)}</span>
      </p>
      {state.is === 'watching' && (
        <SessionChoice
          sessions={watched.sessions.value}
          shown={watched.shown.value}
          onShow={(number) => watched.show(number)}
        />
      )}
      {state.is === 'asked' && (
        <div class={css.actions}>
          <Button label="Watch it" look="primary" onPress={() => watched.answer(true)} />
          <Button label="Refuse" onPress={() => watched.answer(false)} />
        </div>
      )}
      {state.is === 'waiting' && <Waiting watched={watched} />}
    </section>
  );
}

function words(state: WatchedState, watched: WatchedModel) {
  const left = watched.left.value;
  switch (state.is) {
    case 'waiting':
      return (
        <>
          <strong>Watched</strong>: {state.lost ?? 'no page so far.'}
        </>
      );
    case 'asked':
      return (
        <>
          <strong>{origin(state.origin)}</strong> wants to show you its sessions. Watch it, if you know the
          page: what it sends is shown here and nowhere else.
        </>
      );
    case 'watching':
      return (
        <>
          <strong>Watched: {origin(state.origin)}</strong>
          {state.pageUrl !== undefined && state.pageUrl.startsWith(state.origin) && (
            <code>{state.pageUrl.slice(state.origin.length)}</code>
          )}
          {watched.sessions.value.length === 0 && ' · No session so far: start one in the page.'}
          {left > 0 && ` · ${left.toLocaleString('en')} facts came too fast and are left out.`}
        </>
      );
  }
}

function origin(text: string): string {
  return text === 'null' ? 'A page without an origin' : text;
}
