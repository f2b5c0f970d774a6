import type { SessionStep } from '../session/step.ts';

export type Certainty = 'proved' | 'likely';

/** Who must act. */
export type Actor = 'backend' | 'orga' | 'browser' | 'network' | 'far-end';

/** One proof: the log entry, and in words what it shows. */
export interface Proof {
  readonly entry: string;
  readonly says: string;
}

/** A look-alike, and the fact that rules it out. */
export interface RuledOut {
  readonly code: string;
  readonly variant: string;
  readonly title: string;
  readonly because: string;
}

/** Catalogue and observed behaviour differ here: both are shown, labelled. */
export interface Discrepancy {
  readonly topic: string;
  /** What is promised: by the catalogue, or by whom `promisedBy` names. */
  readonly catalogue: string;
  /** `WebRTC`: the W3C’s specification, where the catalogue has no row. */
  readonly promisedBy?: 'WebRTC';
  readonly observed: string;
}

/** What can be done from here with one press. */
export type RemedyAction = 'new-token-and-retry' | 'retry-with-backoff';

/** What a failure means. */
export interface Diagnosis {
  readonly code: string;
  readonly variant: string;
  readonly certainty: Certainty;
  readonly actor: Actor;
  readonly title: string;
  readonly cause: string;
  readonly remedy: string;
  /** Often earlier than the step that failed. */
  readonly causedBy: { readonly step: SessionStep; readonly entry: string };
  readonly evidence: readonly Proof[];
  readonly ruledOut: readonly RuledOut[];
  readonly discrepancies: readonly Discrepancy[];
  readonly action?: RemedyAction;
  /** Set where no SDK takes part but a row of the specification is nearest in meaning. */
  readonly nearestRow?: string;
  /** A warning printed beside the remedy, for example that `debug: true` prints the token. */
  readonly warning?: string;
}
