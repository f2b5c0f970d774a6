import type { ComponentChildren } from 'preact';
import type { SdkView, Versions } from '../../core/sdk/sdkView.ts';
import { ClientOutcomeLines } from './ClientOutcomeLines.tsx';
import { NodeOutcomeLines } from './NodeOutcomeLines.tsx';
import { Row } from './Row.tsx';
import css from './SdkShows.module.css';

/** What the official SDKs make of the same failure, so that a stack trace can be matched with it. */
export function SdkShows({ sdk }: { readonly sdk: SdkView }) {
  return (
    <Row label="Your SDK shows">
      <Sdk
        name="@orga-ai/node"
        outcome={sdk.node}
        show={(outcome) => <NodeOutcomeLines outcome={outcome} />}
      />
      <Sdk
        name="@orga-ai/react"
        outcome={sdk.client}
        show={(outcome) => <ClientOutcomeLines outcome={outcome} />}
      />
      {sdk.notes.map((note) => (
        <p key={note} class={css.note}>
          {note}
        </p>
      ))}
    </Row>
  );
}

interface SdkProps<Outcome> {
  readonly name: string;
  readonly outcome: Versions<Outcome>;
  readonly show: (outcome: Outcome) => ComponentChildren;
}

function Sdk<Outcome>({ name, outcome, show }: SdkProps<Outcome>) {
  return (
    <div class={css.sdk}>
      <p class={css.name}>
        <code>{name}</code>
        <span class={css.version}>{outcome.same ? 'published and newer version' : 'published version'}</span>
      </p>
      {show(outcome.published)}
      {!outcome.same && (
        <details class={css.newer}>
          <summary>the newer version differs</summary>
          {show(outcome.newer)}
        </details>
      )}
    </div>
  );
}
