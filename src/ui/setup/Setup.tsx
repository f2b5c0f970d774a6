import type { SessionModel } from '../../state/contracts.ts';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { CredentialFields } from './CredentialFields.tsx';
import { LimitFields } from './LimitFields.tsx';
import { LiveFields } from './LiveFields.tsx';
import { RecoveryFields } from './RecoveryFields.tsx';
import { RequestFields } from './RequestFields.tsx';
import css from './Setup.module.css';
import { SwitchFields } from './SwitchFields.tsx';
import { useFocusVisit } from './useFocusVisit.ts';

interface SetupProps {
  readonly session: SessionModel;
  readonly onClose: () => void;
}

/** Everything that a run sends or goes by. Nothing here is a secret but the pasted token, which stays in memory. */
export function Setup({ session, onClose }: SetupProps) {
  const settings = session.settings.value;
  const problems = session.settingsProblems.value;
  const simulated = session.target === 'simulated';
  const fields = { settings, problems, set: session.set };
  const drawer = useFocusVisit();
  return (
    <aside ref={drawer} class={css.drawer} aria-label="Setup" data-part="setup">
      <header class={css.header}>
        <h2 tabIndex={-1}>Setup</h2>
        <span>
          <Button label="Reset all" icon="clear" look="quiet" onPress={session.resetSettings} />
          <Button label="Close setup" icon="cross" look="quiet" iconOnly onPress={onClose} />
        </span>
      </header>
      {problems.length > 0 && (
        <p class={css.summary}>
          <Icon name="warn" />
          {problems.length === 1 ? 'One setting is refused' : `${problems.length} settings are refused`}: see
          below.
        </p>
      )}
      {/* The form has nothing to submit; each field acts at once */}
      <form class={css.form} onSubmit={(event) => event.preventDefault()}>
        {simulated ? (
          <CredentialFields
            {...fields}
            simulated={simulated}
            pastedToken={session.pastedToken.value}
            onToken={session.setPastedToken}
          />
        ) : (
          <LiveFields
            {...fields}
            relay={session.relay.value}
            pastedToken={session.pastedToken.value}
            secretHeaders={session.secretHeaders.value}
            onToken={session.setPastedToken}
            onSecretHeaders={session.setSecretHeaders}
          />
        )}
        <RequestFields {...fields} />
        <RecoveryFields {...fields} />
        <LimitFields
          limits={session.limits.value}
          route={settings.route}
          problems={problems}
          realtime={simulated ? session.realtime.value : undefined}
          onLimit={session.setLimit}
          onRealtime={session.setRealtime}
        />
        {simulated && <SwitchFields switches={session.switches.value} set={session.setSwitch} />}
      </form>
    </aside>
  );
}
