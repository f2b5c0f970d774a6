import { useMemo, useState } from 'preact/hooks';
import type { LogEntry } from '../../core/session/log.ts';
import { plural } from '../../core/session/wording.ts';
import { lintSdp } from '../../core/webrtc/lintSdp.ts';
import { Button } from '../kit/Button.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { Placeholder } from '../kit/Placeholder.tsx';
import { Term } from '../kit/Term.tsx';
import { entryById } from './entryById.ts';
import css from './Inspector.module.css';
import { Findings } from './sdp/Findings.tsx';
import { SdpRowView } from './sdp/SdpRowView.tsx';
import { sdpRows, wholeFindings } from './sdp/sdpRows.ts';
import { useConnectionStory } from './useConnectionStory.ts';

/** So many sections are drawn until somebody asks for all. */
const mostSections = 12;

/** So many lines can be taken in at once: longer sections begin folded. */
const mostUnfolded = 24;

/** Offer and answer of the last attempt, side by side, with what lint says about their lines. */
export function SdpTab({ log }: { readonly log: readonly LogEntry[] }) {
  const story = useConnectionStory(log);
  const [all, setAll] = useState(false);
  const offer = story?.offer?.sdp;
  const sent = story?.offer !== undefined && entryById(log, story.offer.entry)?.kind === 'request';
  const answer = story?.answer?.sdp;
  const policy = story?.policy;
  const lint = useMemo(
    () => (offer === undefined ? [] : lintSdp({ offer, answer, iceTransportPolicy: policy })),
    [offer, answer, policy],
  );
  const rows = useMemo(() => sdpRows(offer, answer, lint), [offer, answer, lint]);
  if (offer === undefined)
    return <Placeholder>No SDP yet: this browser writes its offer in the step SDP offer.</Placeholder>;
  const drawn = all ? rows : rows.slice(0, mostSections);
  return (
    <div class={css.stack}>
      <div class={css.bar}>
        <p class={css.note}>
          <Term term="sdp" />
          {answer === undefined
            ? `Offer of this browser${sent ? ', as it was sent' : ', as it began'}. The answer comes with the reply to the call.`
            : `Left the offer of this browser, right the answer of the far end · ${lint.length === 0 ? 'lint finds nothing' : plural(lint.length, 'remark')}`}
        </p>
        <CopyButton label="Copy offer" text={() => offer} />
        {answer !== undefined && <CopyButton label="Copy answer" text={() => answer} />}
      </div>
      <Findings findings={wholeFindings(lint, 'offer')} label="About the offer as a whole" />
      <Findings findings={wholeFindings(lint, 'answer')} label="About the answer as a whole" />
      <div>
        {drawn.map((row) => (
          <SdpRowView
            key={row.index}
            row={row}
            answered={answer !== undefined}
            unfolded={row.worst === 'error' || row.worst === 'warning' || row.lines.length <= mostUnfolded}
          />
        ))}
      </div>
      {drawn.length < rows.length && (
        <Button
          label={`Show all ${rows.length.toLocaleString('en')} sections`}
          look="quiet"
          onPress={() => setAll(true)}
        />
      )}
    </div>
  );
}
