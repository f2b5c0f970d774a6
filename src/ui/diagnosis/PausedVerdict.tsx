import type { Settings } from '../../core/session/settings.ts';
import type { SessionStep } from '../../core/session/step.ts';
import { Button } from '../kit/Button.tsx';
import { stepTitles } from '../steps/stepWords.ts';
import css from './Verdict.module.css';
import { VerdictHeading } from './VerdictHeading.tsx';

interface PausedVerdictProps {
  readonly before: SessionStep | undefined;
  readonly settings: Settings;
  /** it is over: a recording, or an earlier moment */
  readonly past: boolean;
  readonly onContinue: () => void;
  /** undefined where the next step sends nothing */
  readonly onEdit: (() => void) | undefined;
}

/** What the next step will do, in a sentence. */
function preview(step: SessionStep | undefined, { route, baseUrl, sessionEndpoint }: Settings): string {
  switch (step) {
    case 'token':
      return route === 'backend'
        ? `Next: GET ${sessionEndpoint}`
        : `Next: POST ${baseUrl}/v1/realtime/client-secrets`;
    case 'ice-config':
      return route === 'backend'
        ? 'Next: reads the ICE servers that came with the session; no request'
        : `Next: GET ${baseUrl}/v1/realtime/ice-config`;
    case 'offer':
      return 'Next: this browser creates the peer connection, writes its offer and gathers candidates';
    case 'call':
      return `Next: POST ${baseUrl}/v1/realtime/calls with the offer`;
    case 'connection':
      return 'Next: the answer is applied, then ICE, DTLS and the data channel';
    case undefined:
      return 'Every step that was asked for is done';
  }
}

export function PausedVerdict({ before, settings, past, onContinue, onEdit }: PausedVerdictProps) {
  return (
    <>
      <VerdictHeading
        icon="pause"
        tone="quiet"
        title={before === undefined ? 'Paused' : `Paused before ${stepTitles[before]}`}
      />
      {!past && (
        <>
          <p class={css.sentence}>{preview(before, settings)}.</p>
          <div class={css.actions}>
            <Button label="Continue" icon="play" onPress={onContinue} />
            {onEdit !== undefined && (
              <Button label="See and edit the request" icon="rename" onPress={onEdit} />
            )}
          </div>
        </>
      )}
    </>
  );
}
