import type { LintFinding } from '../../../core/webrtc/lintFinding.ts';
import { Icon } from '../../kit/Icon.tsx';
import { LongText } from '../../kit/LongText.tsx';
import css from './Sdp.module.css';
import { severityIcons, severityWords } from './severityWords.ts';

/** What lint found, as a list: the gravest first. Nothing where there is nothing to say. */
export function Findings({
  findings,
  label,
}: {
  readonly findings: readonly LintFinding[];
  readonly label: string;
}) {
  if (findings.length === 0) return undefined;
  const order = ['error', 'warning', 'info'];
  const sorted = findings.toSorted(
    (left, right) => order.indexOf(left.severity) - order.indexOf(right.severity),
  );
  return (
    <ul class={css.findings} aria-label={label}>
      {sorted.map((finding, index) => (
        <FindingItem key={index} finding={finding} />
      ))}
    </ul>
  );
}

function FindingItem({ finding }: { readonly finding: LintFinding }) {
  const { severity, title, cause, fix, rule, source, text } = finding;
  return (
    <li class={css.finding} data-severity={severity} data-rule={rule}>
      <Icon name={severityIcons[severity]} />
      <div>
        <p>
          <strong>{severityWords[severity]}:</strong> {title}{' '}
          {finding.side === 'servers' && text !== '' && (
            <code>
              <LongText text={text} />
            </code>
          )}
        </p>
        <p class={css.why}>
          <LongText text={cause} /> <span class={css.fix}>{fix}</span> <code title={source}>{rule}</code>
        </p>
      </div>
    </li>
  );
}
