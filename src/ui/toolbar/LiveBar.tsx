import { useEffect, useState } from 'preact/hooks';
import type { SessionModel } from '../../state/contracts.ts';
import type { RemoteSimulator } from '../../state/RemoteSimulator.ts';
import { Icon } from '../kit/Icon.tsx';
import css from './LiveBar.module.css';
import { RemoteSimulatorControls } from './RemoteSimulatorControls.tsx';

/** On a live target, at all times: where requests go, which way, and whether a simulator answers there. */
export function LiveBar({ session }: { readonly session: SessionModel }) {
  const [simulator, setSimulator] = useState<RemoteSimulator | undefined>(undefined);
  const { route, restWith, relay, sessionEndpoint, baseUrl } = session.settings.value;
  useEffect(() => {
    document.title = `Live · ${document.title.replace(/^Live · /, '')}`;
    // Where it no longer loads, a run says so as well; the bar is still true.
    session.loadRemoteSimulator?.().then(setSimulator, () => undefined);
  }, []);
  const found = simulator?.state.value;
  const withKey = route === 'rest' && restWith === 'key';
  const way = route === 'backend' ? 'your backend' : withKey ? 'an API key' : 'your token';
  return (
    <div class={css.bar} data-part="live-bar">
      <Icon name="live" />
      <p class={css.words}>
        {found?.kind === 'found' ? (
          <strong>Live: simulator at {hostOf(found.origin)}</strong>
        ) : (
          <strong>Live</strong>
        )}{' '}
        with {way}
        {(relay || withKey) && ', through the relay on this machine'}:{' '}
        {route === 'backend' && (
          <>
            <code>{hostOf(sessionEndpoint)}</code> →{' '}
          </>
        )}
        <code>{hostOf(baseUrl)}</code>
      </p>
      {simulator !== undefined && (
        <RemoteSimulatorControls
          simulator={simulator}
          settings={session.settings.value}
          outcome={session.runOutcome.value}
        />
      )}
    </div>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'not set';
}
