import type { LogEntry, LogEntryOf } from '../../core/session/log.ts';
import { tokenizeSdp } from '../../core/webrtc/sdp.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { Placeholder } from '../kit/Placeholder.tsx';
import css from './Inspector.module.css';
import { ofKind } from './inspected.ts';
import sdpCss from './SdpTab.module.css';

/** Offer and answer of the last attempt, line by line. */
export function SdpTab({ log }: { readonly log: readonly LogEntry[] }) {
  const descriptions = ofKind(log, 'description');
  const offer = descriptions.findLast((description) => description.type === 'offer');
  const answer = descriptions.findLast(
    (description) => description.type === 'answer' && description.attempt === offer?.attempt,
  );
  if (offer === undefined)
    return <Placeholder>No SDP yet: this browser writes its offer in the step SDP offer.</Placeholder>;
  return (
    <div class={css.wire}>
      <Description title="Offer of this browser" description={offer} />
      {answer === undefined ? (
        <Placeholder>No answer: it comes with the reply to the call.</Placeholder>
      ) : (
        <Description title="Answer of the far end" description={answer} />
      )}
    </div>
  );
}

interface DescriptionProps {
  readonly title: string;
  readonly description: LogEntryOf<'description'>;
}

function Description({ title, description }: DescriptionProps) {
  const { lines } = tokenizeSdp(description.sdp);
  return (
    <div class={css.block}>
      <div class={css.bar}>
        <h3 class={css.label}>
          {title} · {lines.length} lines
        </h3>
        <CopyButton label={`Copy ${description.type}`} text={() => description.sdp} iconOnly />
      </div>
      {/* biome-ignore lint/a11y: what scrolls must be reachable by keyboard */}
      <ol class={sdpCss.lines} tabIndex={0} aria-label={title}>
        {lines.map((line) => (
          <li key={line.number} data-media={line.type === 'm'} value={line.number}>
            {line.raw}
          </li>
        ))}
      </ol>
    </div>
  );
}
