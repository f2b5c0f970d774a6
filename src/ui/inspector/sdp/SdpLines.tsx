import { useState } from 'preact/hooks';
import type { AlignedRow } from '../../../core/webrtc/alignLines.ts';
import type { SdpLine } from '../../../core/webrtc/sdp.ts';
import { Button } from '../../kit/Button.tsx';
import { LongText } from '../../kit/LongText.tsx';
import { Findings } from './Findings.tsx';
import css from './Sdp.module.css';
import type { FindingsByLine, SdpRow } from './sdpRows.ts';

interface SdpLinesProps {
  readonly row: SdpRow;
  readonly answered: boolean;
}

/** So many lines are drawn until somebody asks for all. */
const most = 120;

const sides = ['offer', 'answer'] as const;

/** The lines of one section, those of the same meaning beside each other, with marks where there is something to say. */
export function SdpLines({ row, answered }: SdpLinesProps) {
  const [all, setAll] = useState(false);
  const { title, lines, findings } = row;
  const isFound = (line: AlignedRow) => sides.some((side) => findings[side].has(line[side]?.number ?? 0));
  // What lint has to say must not hide below the cut.
  const drawn = all ? lines : lines.filter((line, index) => index < most || isFound(line));
  return (
    <>
      {/* What scrolls must be reachable by keyboard */}
      <div class={css.lines} tabIndex={0} role="region" aria-label={`Lines, ${title}`}>
        <table>
          <thead>
            <tr>
              <th scope="col" class={css.unseen}>
                Offer
              </th>
              {answered && (
                <th scope="col" class={css.unseen}>
                  Answer
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {drawn.map((line) => (
              <tr
                key={`${line.offer?.number} ${line.answer?.number}`}
                data-differs={answered && mattersThatItDiffers(line)}
              >
                <Cell line={line.offer} findings={findings.offer} />
                {answered && <Cell line={line.answer} findings={findings.answer} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {drawn.length < lines.length && (
        <Button
          label={`Show all ${lines.length.toLocaleString('en')} lines`}
          look="quiet"
          onPress={() => setAll(true)}
        />
      )}
    </>
  );
}

/** Lines that each side writes for itself, whatever the other says. */
const own =
  /^(?:[ovstcb]=|a=(?:ice-|fingerprint:|setup:|candidate:|end-of-candidates|ssrc|msid|rtcp:|cname))/;

function mattersThatItDiffers({ offer, answer, relation }: AlignedRow): boolean {
  if (relation === 'same' || relation === 'moved') return false;
  return !own.test(offer?.raw ?? answer?.raw ?? '');
}

function Cell({ line, findings }: { readonly line: SdpLine | undefined; readonly findings: FindingsByLine }) {
  if (line === undefined) return <td />;
  const found = findings.get(line.number) ?? [];
  return (
    <td data-media={line.type === 'm'} data-severity={found[0]?.severity}>
      <code class={css.number}>{line.number}</code>
      <code class={css.raw}>
        <LongText text={line.raw} limit={400} />
      </code>
      <Findings findings={found} label={`About line ${line.number}`} />
    </td>
  );
}
