import type { SettingsProblem } from '../../core/session/checkSettings.ts';
import { type Limits, limitOrigin, type Route } from '../../core/session/settings.ts';
import { type SessionStep, sessionSteps } from '../../core/session/step.ts';
import { stepTitles } from '../steps/stepWords.ts';
import { CheckField } from './CheckField.tsx';
import { problemOf } from './fieldProps.ts';
import { NumberField } from './NumberField.tsx';
import css from './Setup.module.css';

interface LimitFieldsProps {
  readonly limits: Limits;
  readonly route: Route;
  readonly problems: readonly SettingsProblem[];
  /** undefined on a live target, whose limits are always real */
  readonly realtime: boolean | undefined;
  readonly onLimit: (step: SessionStep, ms: number) => void;
  readonly onRealtime: (realtime: boolean) => void;
}

const origins = { sdk: "The SDK's own limit.", ours: 'Our limit: the SDK has none here.' } as const;

export function LimitFields({ limits, route, problems, realtime, onLimit, onRealtime }: LimitFieldsProps) {
  return (
    <fieldset class={css.group}>
      <legend>Time limits</legend>
      {realtime !== undefined && (
        <CheckField
          id="setup-realtime"
          label="Real time limits"
          hint="Otherwise scenarios that wait for a limit use a short one, and say so."
          checked={realtime}
          onChange={onRealtime}
        />
      )}
      {sessionSteps
        // On the backend route the ICE servers come with the session: there is no request to limit.
        .filter((step) => route === 'rest' || step !== 'ice-config')
        .map((step) => (
          <NumberField
            key={step}
            id={`setup-limit-${step}`}
            label={stepTitles[step]}
            unit="ms"
            step={100}
            min={1}
            hint={
              step === 'offer'
                ? `${origins.sdk} Reaching it is no failure.`
                : origins[limitOrigin(step, route)]
            }
            value={limits[step]}
            problem={problemOf(problems, `limits.${step}`)}
            onChange={(ms) => onLimit(step, ms)}
          />
        ))}
    </fieldset>
  );
}
