import type { Target } from '../../core/session/settings.ts';
import type { ScenarioInfo } from '../../state/contracts.ts';
import { Button } from '../kit/Button.tsx';
import css from './Verdict.module.css';
import { VerdictHeading } from './VerdictHeading.tsx';

interface IdleVerdictProps {
  readonly target: Target;
  readonly scenario: ScenarioInfo | undefined;
  readonly onSetup: () => void;
}

/** Before the first run: what Run will do. */
export function IdleVerdict({ target, scenario, onSetup }: IdleVerdictProps) {
  return (
    <>
      <VerdictHeading icon="ring" tone="quiet" title="Nothing has run yet" />
      <p class={css.sentence}>
        {target === 'simulated' ? (
          <>
            Run plays <strong>{scenario?.title ?? 'the chosen scenario'}</strong> against a pretended service
            in this page. {scenario?.story}
          </>
        ) : target === 'watched' ? (
          'Each session of the watched page is shown here as it happens: its requests, its peer connection, its silence.'
        ) : (
          <>
            Run walks through a real session: token, ICE config, SDP offer, call, connection. Say in Setup
            where to.
          </>
        )}
      </p>
      {target === 'live' && (
        <div class={css.actions}>
          <Button label="Open setup" icon="setup" onPress={onSetup} />
        </div>
      )}
    </>
  );
}
