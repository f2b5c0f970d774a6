import { useEffect } from 'preact/hooks';
import type { SessionModel } from '../../state/contracts.ts';
import { Icon } from '../kit/Icon.tsx';
import css from './LiveBar.module.css';

/** On a live target, at all times: where requests go, and which way. */
export function LiveBar({ session }: { readonly session: SessionModel }) {
  const { route, restWith, relay, sessionEndpoint, baseUrl } = session.settings.value;
  useEffect(() => {
    document.title = `Live · ${document.title.replace(/^Live · /, '')}`;
  }, []);
  const withKey = route === 'rest' && restWith === 'key';
  const way = route === 'backend' ? 'your backend' : withKey ? 'an API key' : 'your token';
  return (
    <p class={css.bar} data-part="live-bar">
      <Icon name="live" />
      <span>
        <strong>Live</strong> with {way}
        {(relay || withKey) && ', through the relay on this machine'}:{' '}
        {route === 'backend' && (
          <>
            <code>{hostOf(sessionEndpoint)}</code> →{' '}
          </>
        )}
        <code>{hostOf(baseUrl)}</code>
      </span>
    </p>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'not set';
}
