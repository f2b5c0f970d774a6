import type { Actor, Certainty, Discrepancy, Proof, RemedyAction } from '../diagnosis/diagnosis.ts';
import type { Evidence, Phase } from '../diagnosis/evidence.ts';
import type { SessionStep } from '../session/step.ts';

/** A row of the specification, verbatim. */
export interface SpecificationRow {
  readonly surfaces: string;
  readonly statuses: string;
  readonly description: string;
  readonly recommendedAction: string;
}

/** Where a failure can arise: the step, and the route if only one has it. Every one of them has a scenario. */
export interface Surface {
  readonly step: SessionStep;
  readonly route?: 'rest' | 'backend';
  /** `none`: there is no HTTP response, or the status is beside the point */
  readonly statuses: readonly (number | 'none')[];
}

/** A look-alike, and the fact that rules it out. */
export interface LookAlike {
  readonly code: string;
  readonly variant: string;
  readonly because: string;
}

/** What a variant finds in the evidence when it recognises itself. All of it is true for the case at hand. */
export interface Finding {
  readonly certainty: Certainty;
  readonly cause: string;
  readonly remedy: string;
  readonly evidence: readonly Proof[];
  /** Where it is not the variant's own. */
  readonly actor?: Actor;
  /** Where it is not the variant's own. */
  readonly specificity?: number;
  /** Where it is not the step and the entry that failed. */
  readonly causedBy?: { readonly step: SessionStep; readonly entry: string };
  readonly ruledOut?: readonly LookAlike[];
  readonly action?: RemedyAction;
  readonly nearestRow?: string;
  readonly warning?: string;
}

/** One cause of a failure that shares its code with others. */
export interface Variant {
  /** A plain sentence. */
  readonly title: string;
  readonly actor: Actor;
  /**
   * The verdict is the match with the highest number. 90: a local fact proves it; 70: the reply says so;
   * 50: the status says so; 30: a row that is true in general beside a better one; 10: last resort.
   */
  readonly specificity: number;
  /** Stands back when another variant of the same code matches (`in-code`), or any other at all (`in-all`). */
  readonly fallback?: 'in-code' | 'in-all';
  /** The runs of which it is the verdict; those that failed where it is absent, none where it is empty. */
  readonly of?: readonly Phase[];
  /** The runs to which it is worth a remark and no more. */
  readonly adviceOf?: readonly Phase[];
  readonly recognise: (evidence: Evidence) => Finding | undefined;
}

/** `variants`: the ones that it matters for; all of them where it is absent. */
export interface CatalogueDiscrepancy extends Discrepancy {
  readonly variants?: readonly string[];
}

/** A known failure. */
export interface CatalogueEntry {
  readonly code: string;
  readonly origin: 'specification' | 'debugger';
  readonly title: string;
  readonly cause: string;
  readonly remedy: string;
  readonly surfaces: readonly Surface[];
  readonly specification?: SpecificationRow;
  readonly discrepancies?: readonly CatalogueDiscrepancy[];
  readonly variants: Readonly<Record<string, Variant>>;
}
