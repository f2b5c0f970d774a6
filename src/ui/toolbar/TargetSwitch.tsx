import type { Target } from '../../core/session/settings.ts';
import { Icon } from '../kit/Icon.tsx';
import css from './TargetSwitch.module.css';
import { liveLink, simulatedLink, watchedLink } from './targetLinks.ts';

/** Changing the target is a link: the two are different pages, so that no worker stands between a live page and the network. */
export function TargetSwitch({ target }: { readonly target: Target }) {
  return (
    <nav class={css.switch} aria-label="Target" data-target={target}>
      <a
        class={css.choice}
        href={simulatedLink(target)}
        aria-current={target === 'simulated' ? 'page' : undefined}
        title="A pretended service in this page: nothing is sent to the network"
      >
        <Icon name="simulated" />
        Simulated
      </a>
      <a
        class={css.choice}
        href={liveLink(target)}
        aria-current={target === 'live' ? 'page' : undefined}
        title="Real requests to the service that Setup names"
      >
        <Icon name="live" />
        Live
      </a>
      {target !== 'simulated' && (
        <a
          class={css.choice}
          href={watchedLink(target)}
          aria-current={target === 'watched' ? 'page' : undefined}
          title="The sessions of a page of your own, as they happen there"
        >
          Watched
        </a>
      )}
    </nav>
  );
}
