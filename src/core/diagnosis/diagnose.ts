import type { CatalogueEntry, Finding, LookAlike, Variant } from '../catalogue/entry.ts';
import { catalogue, findVariant } from '../catalogue/index.ts';
import type { LogEntry } from '../session/log.ts';
import type { Diagnosis, RuledOut } from './diagnosis.ts';
import type { Evidence } from './evidence.ts';
import { gatherEvidence, stepOfTrouble } from './gatherEvidence.ts';

interface Match {
  readonly entry: CatalogueEntry;
  readonly name: string;
  readonly variant: Variant;
  readonly finding: Finding;
}

/**
 * What a failed run means: the verdict first, then the other matches, most specific first.
 * Empty when the run did not fail. Reads log entries and nothing else; never throws on a log of the declared shape.
 */
export function diagnose(log: readonly LogEntry[]): readonly Diagnosis[] {
  const evidence = gatherEvidence(log);
  if (evidence === undefined) return [];
  const found = catalogue
    .flatMap((entry) => matchesOf(entry, evidence))
    .toSorted((left, right) => specificityOf(right) - specificityOf(left));
  const explained = found.filter(({ variant }) => variant.fallback !== 'in-all');
  const matches = explained.length > 0 ? explained : found.slice(0, 1);
  return matches.map((match) => toDiagnosis(match, matches, evidence));
}

function specificityOf({ finding, variant }: Match): number {
  return finding.specificity ?? variant.specificity;
}

function matchesOf(entry: CatalogueEntry, evidence: Evidence): readonly Match[] {
  const matches: Match[] = [];
  for (const [name, variant] of Object.entries(entry.variants)) {
    const finding = variant.recognise(evidence);
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
      .map(({ topic, catalogue: promised, observed }) => ({ topic, catalogue: promised, observed })),
    ...(action !== undefined && { action }),
    ...(nearestRow !== undefined && { nearestRow }),
    ...(warning !== undefined && { warning }),
  };
}

/** What is put together of parts can begin small, or end twice where a quotation ends with a full stop. */
function asSentences(text: string): string {
  return text
    .replace(/(^|[.!?]”? )(your session endpoint)/g, (_, before: string) => `${before}Your session endpoint`)
    .replaceAll('.”.', '.”');
}

/** A look-alike with its title; none where it matched all the same and so is among the diagnoses. */
function ruledOut({ code, variant, because }: LookAlike, matches: readonly Match[]): readonly RuledOut[] {
  if (matches.some((match) => match.entry.code === code && match.name === variant)) return [];
  const title = findVariant(code, variant)?.title;
  return title === undefined ? [] : [{ code, variant, title, because }];
}
