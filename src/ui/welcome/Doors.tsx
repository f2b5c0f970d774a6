import type { Target } from '../../core/session/settings.ts';
import { Icon } from '../kit/Icon.tsx';
import { liveLink, simulatedLink } from '../toolbar/targetLinks.ts';
import css from './Welcome.module.css';

/** The two reasons to come here. */
export function Doors({ target }: { readonly target: Target }) {
  return (
    <div class={css.doors}>
      <a class={css.door} href={liveLink(target)} aria-current={target === 'live' ? 'page' : undefined}>
        <Icon name="live" />
        <span>
          <strong>Debug my session</strong>
          <span>
            {target === 'live'
              ? 'You are here: name your session endpoint or paste a token in Setup, then press Run.'
              : 'Walk through your own session, step by step, against the live service.'}
          </span>
        </span>
      </a>
      <a
        class={css.door}
        href={simulatedLink(target)}
        onClick={(event) => {
          if (target !== 'simulated') return;
          // The fragment belongs to shared recordings: scroll without writing it.
          event.preventDefault();
          document.querySelector('[data-part="catalogue"]')?.scrollIntoView();
        }}
      >
        <Icon name="cards" />
        <span>
          <strong>Replay an error</strong>
          <span>
            See any error of the catalogue happen, and what gives it away. Nothing leaves this page.
          </span>
        </span>
      </a>
    </div>
  );
}
