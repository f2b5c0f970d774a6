import type { Pasted, PastedFinding, PastedKind } from '../../core/recording/read/pasted.ts';
import type { Explaining } from '../../state/Explaining.ts';
import { Button } from '../kit/Button.tsx';
import css from './Explain.module.css';

const kindWords: Readonly<Record<PastedKind, string>> = {
  nothing: 'Nothing was pasted.',
  recording: 'This is a whole session.',
  sdp: 'This is a session description (SDP).',
  token: 'This is a JSON Web Token (JWT).',
  'api-key': 'This is an API key.',
  curl: 'This is a curl command.',
  json: 'This is a JSON body.',
  error: 'This is an error message.',
  unknown: 'This is nothing that the catalogue knows.',
};

interface ExplanationProps {
  readonly pasted: Pasted;
  readonly explaining: Explaining;
}

/** What a pasted text points to, what it says of itself, and what else would tell more. */
export function Explanation({ pasted, explaining }: ExplanationProps) {
  const { kind, findings, facts, askFor, reading } = pasted;
  const silent = findings.length === 0 && !['nothing', 'unknown', 'recording'].includes(kind);
  return (
    <div class={css.found} data-kind={kind}>
      <p>
        {kindWords[kind]}
        {silent && ' By itself it points to no failure of the catalogue.'}
      </p>
      {findings.length > 0 && (
        <ul class={css.findings} aria-label="What it points to">
          {findings.map((finding) => (
            <Finding key={`${finding.code} ${finding.variant}`} finding={finding} explaining={explaining} />
          ))}
        </ul>
      )}
      <Said title="What it says of itself" items={facts} />
      <Said title="What would tell more" items={askFor} />
      {reading?.ok === true && (
        <Button label="Open it as a session" icon="open" onPress={explaining.openFound} />
      )}
    </div>
  );
}

interface FindingProps {
  readonly finding: PastedFinding;
  readonly explaining: Explaining;
}

function Finding({ finding, explaining }: FindingProps) {
  const { code, variant, title, why } = finding;
  const scenario = explaining.scenarioFor(code, variant);
  return (
    <li class={css.finding} data-code={code}>
      <h4>{title}</h4>
      <p>{why}</p>
      <div class={css.actions}>
        <a
          href={`?docs=${encodeURIComponent(code)}`}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            explaining.showDocs(code);
          }}
        >
          All about <code>{code}</code>
        </a>
        {scenario !== undefined && (
          <Button
            label="Replay"
            icon="play"
            title={`Replay ${scenario.title}`}
            onPress={() => explaining.replay(scenario.id)}
          />
        )}
      </div>
    </li>
  );
}

function Said({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return undefined;
  return (
    <>
      <h4>{title}</h4>
      <ul class={css.said}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
