import { useState } from 'preact/hooks';
import type { SdpLine } from '../../../core/webrtc/sdp.ts';
import { Button } from '../../kit/Button.tsx';
import { LongText } from '../../kit/LongText.tsx';
import { Findings } from './Findings.tsx';
import css from './Sdp.module.css';
import type { SdpPart } from './sdpRows.ts';

interface SdpLinesProps {
  readonly part: SdpPart;
  readonly label: string;
  readonly differing: ReadonlyMap<number, string>;
}

/** So many lines are drawn until somebody asks for all. */
const most = 120;

/** The lines of one section, with marks where there is something to say. */
export function SdpLines({ part, label, differing }: SdpLinesProps) {
  const [all, setAll] = useState(false);
  const lines = all ? part.lines : part.lines.slice(0, most);
  // What lint has to say must not hide below the cut.
  const later = all ? [] : part.lines.slice(most).filter(({ number }) => part.findings.has(number));
  return (
    // biome-ignore lint/a11y: what scrolls must be reachable by keyboard
    <div class={css.side} tabIndex={0} role="region" aria-label={label}>
      <ol class={css.lines}>
        {[...lines, ...later].map((line) => (
          <Line key={line.number} line={line} part={part} differs={differing.get(line.number)} />
        ))}
      </ol>
      {lines.length < part.lines.length && (
        <Button
          label={`Show all ${part.lines.length.toLocaleString('en')} lines`}
          look="quiet"
          onPress={() => setAll(true)}
        />
      )}
    </div>
  );
}

interface LineProps {
  readonly line: SdpLine;
  readonly part: SdpPart;
  readonly differs: string | undefined;
}

function Line({ line, part, differs }: LineProps) {
  const findings = part.findings.get(line.number) ?? [];
  return (
    <li
      value={line.number}
      data-media={line.type === 'm'}
      data-severity={findings[0]?.severity}
      data-differs={differs !== undefined}
      title={differs}
    >
      <code>
        <LongText text={line.raw} limit={400} />
      </code>
      <Findings findings={findings} label={`About line ${line.number}`} />
    </li>
  );
}
