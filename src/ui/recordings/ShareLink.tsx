import { useEffect, useState } from 'preact/hooks';
import type { Recording } from '../../core/recording/recording.ts';
import type { Sending } from '../../state/Sending.ts';
import { Button } from '../kit/Button.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import css from './Send.module.css';
import { isLoopback } from './sendWords.ts';

interface ShareLinkProps {
  readonly sending: Sending;
  readonly recording: Recording;
  /** choose the HTML report instead */
  readonly onReport: () => void;
}

/** The recording in a link, where it fits; else why not. Nothing is uploaded. */
export function ShareLink({ sending, recording, onReport }: ShareLinkProps) {
  const [made, setMade] = useState<Awaited<ReturnType<Sending['link']>> | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    void sending.link(recording).then((link) => {
      if (!gone) setMade(link);
    });
    return () => {
      gone = true;
    };
  }, [sending, recording]);
  return (
    <section class={css.link} aria-label="Link" data-part="share-link">
      <h3>As a link</h3>
      {made === undefined && <p class={css.note}>Making the link…</p>}
      {made !== undefined && 'reason' in made && <p>{made.reason}</p>}
      {made !== undefined && 'url' in made && (
        <>
          <p class={css.note}>
            The recording is in the link itself; nothing is uploaded.
            {made.leftOut.length > 0 && ` Not in it: ${made.leftOut.join(', ')}.`}
          </p>
          {isLoopback(made.url) && (
            <p>
              This link works on this computer only: the page is served by it. For somebody else, send the
              HTML report. <Button label="Choose the HTML report" look="quiet" onPress={onReport} />
            </p>
          )}
          <CopyButton label="Copy link" look="plain" text={() => made.url} />
        </>
      )}
    </section>
  );
}
