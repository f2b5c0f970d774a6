import type { CatalogueEntry, Finding, LookAlike, Variant } from '../catalogue/entry.ts';
import { catalogue, findVariant } from '../catalogue/index.ts';
import type { LogEntry } from '../session/log.ts';
import type { Diagnosis, RuledOut } from './diagnosis.ts';
import type { Evidence } from './evidence.ts';
import { foresight } from './foresight.ts';
import { gatherEvidence, gatherLiveEvidence, stepOfTrouble } from './gatherEvidence.ts';

interface Match {
  readonly entry: CatalogueEntry;
  readonly name: string;
  readonly variant: Variant;
  readonly finding: Finding;
}

/**
 * What the run means: the verdict first, then the other matches, most specific first. Of a run that failed always;
 * of a connected one where the evidence shows silent trouble. Empty for every other run.
 * Reads log entries and nothing else; never throws on a log of the declared shape.
 */
export function diagnose(log: readonly LogEntry[]): readonly Diagnosis[] {
  const failed = gatherEvidence(log);
  if (failed !== undefined) return judge(failed);
  const live = gatherLiveEvidence(log);
  return live?.phase === 'connected' ? judge(live) : [];
}

/** What is worth a remark and is no verdict: of a run that is connected, that waits, or that failed. */
export function advise(log: readonly LogEntry[]): readonly Diagnosis[] {
  const evidence = gatherEvidence(log) ?? gatherLiveEvidence(log);
  if (evidence === undefined) return [];
  const matches = matchesOf(evidence, ({ adviceOf }) => adviceOf?.includes(evidence.phase) ?? false);
  return matches.map((match) => toDiagnosis(match, matches, evidence));
}

/**
 * What the silences of a run that still waits will be taken for, most specific first; empty while nothing is silent.
 * All of it is `likely`: the answer may still come.
 */
export function foresee(log: readonly LogEntry[]): readonly Diagnosis[] {
  const evidence = gatherLiveEvidence(log);
  if (evidence?.phase !== 'waiting') return [];
  const { silences } = evidence.connection;
  if (silences.length === 0) return [];
  const recognised = judge(evidence);
  const foreseen = recognised.length > 0 ? recognised : silences.flatMap((silence) => foresight(silence));
  return foreseen.map((diagnosis) => ({ ...diagnosis, certainty: 'likely' }));
}

function judge(evidence: Evidence): readonly Diagnosis[] {
  const found = matchesOf(evidence, ({ of = ['failed'] }) => of.includes(evidence.phase));
  const explained = found.filter(({ variant }) => variant.fallback !== 'in-all');
  const matches = explained.length > 0 ? explained : found.slice(0, 1);
  return matches.map((match) => toDiagnosis(match, matches, evidence));
}

function matchesOf(evidence: Evidence, counts: (variant: Variant) => boolean): readonly Match[] {
  return catalogue
    .flatMap((entry) => matchesIn(entry, evidence, counts))
    .toSorted((left, right) => specificityOf(right) - specificityOf(left));
}

function specificityOf({ finding, variant }: Match): number {
  return finding.specificity ?? variant.specificity;
}

function matchesIn(
  entry: CatalogueEntry,
  evidence: Evidence,
  counts: (variant: Variant) => boolean,
): readonly Match[] {
  const matches: Match[] = [];
  const variants: readonly (readonly [string, Variant])[] = Object.entries(entry.variants);
  for (const [name, variant] of variants) {
    const finding = counts(variant) ? variant.recognise(evidence) : undefined;
    if (finding !== undefined) matches.push({ entry, name, variant, finding });
  }
  const own = matches.filter(({ variant }) => variant.fallback === undefined);
  return own.length > 0 ? own : matches;
}

function toDiagnosis(match: Match, matches: readonly Match[], evidence: Evidence): Diagnosis {
  const { entry, name, variant, finding } = match;
  const { action, nearestRow, warning } = finding;
  return {
    code: entry.code,
    variant: name,
    certainty: finding.certainty,
    actor: finding.actor ?? variant.actor,
    title: variant.title,
    cause: asSentences(finding.cause),
    remedy: asSentences(finding.remedy),
    causedBy: finding.causedBy ?? { step: stepOfTrouble(evidence), entry: evidence.failing.id },
    evidence: finding.evidence,
    ruledOut: (finding.ruledOut ?? []).flatMap((lookAlike) => ruledOut(lookAlike, matches)),
    discrepancies: (entry.discrepancies ?? [])
      .filter(({ variants }) => variants === undefined || variants.includes(name))
      .map(({ variants: _, ...discrepancy }) => discrepancy),
    ...(action !== undefined && { action }),
    ...(nearestRow !== undefined && { nearestRow }),
    ...(warning !== undefined && { warning }),
  };
}

/** What is put together of parts can begin small, or end twice where a quotation ends with a full stop. */
function asSentences(text: string): string {
  return text.replace(/^your session endpoint/, 'Your session endpoint').replaceAll('.”.', '.”');
}

/** A look-alike with its title; none where it matched all the same and so is among the diagnoses. */
function ruledOut({ code, variant, because }: LookAlike, matches: readonly Match[]): readonly RuledOut[] {
  if (matches.some((match) => match.entry.code === code && match.name === variant)) return [];
  const title = findVariant(code, variant)?.title;
  return title === undefined ? [] : [{ code, variant, title, because }];
}
