/** One thing that a lint rule found, in words for the developer. */
export interface LintFinding {
  /** id of the rule: `mline-count`, `ice-ufrag`, … */
  readonly rule: string;
  readonly side: 'offer' | 'answer' | 'servers';
  /** from 1; 0: the whole text */
  readonly line: number;
  /** media section, from 1 */
  readonly section?: number;
  /** the line or URL, shortened, without its secret */
  readonly text: string;
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
  /** error: a browser refuses it or the session cannot work · warning: it may not work · info: good to know */
  readonly severity: 'error' | 'warning' | 'info';
  /** RFC and section, W3C specification, or browser */
  readonly source: string;
}

/** Keeps a bounded number of findings and counts the rest. */
export interface FindingList {
  add(finding: LintFinding): void;
  /** Ordered by side, line and severity; a last one, `more`, counts what is not shown. */
  list(): readonly LintFinding[];
}

const mostOfOneRule = 50;
const mostOfAll = 200;
const sides = ['servers', 'offer', 'answer'];
const severities = ['error', 'warning', 'info'];

/** An empty list: at most 50 findings of one rule and side, at most 200 in all, errors first to stay. */
export function createFindingList(): FindingList {
  const kept: LintFinding[] = [];
  const perRule = new Map<string, number>();
  let added = 0;
  return {
    add(finding) {
      added += 1;
      const key = `${finding.rule} ${finding.side}`;
      const count = (perRule.get(key) ?? 0) + 1;
      perRule.set(key, count);
      if (count <= mostOfOneRule) kept.push({ ...finding, text: shortened(finding.text) });
    },
    list() {
      const gravest = kept.toSorted(by(gravity)).slice(0, added > mostOfAll ? mostOfAll - 1 : mostOfAll);
      // A sort is stable: in a line the gravest stay first.
      const ordered = gravest.toSorted(by(position));
      return added === ordered.length ? ordered : [...ordered, more(added - ordered.length, ordered)];
    },
  };
}

function more(count: number, shown: readonly LintFinding[]): LintFinding {
  return {
    rule: 'more',
    side: shown.at(-1)?.side ?? 'answer',
    line: 0,
    text: '',
    title: `… and ${count.toLocaleString('en')} more`,
    cause: 'The list is kept short; the others are of the same kinds.',
    fix: 'Fix those shown and look again.',
    severity: 'info',
    source: 'this debugger',
  };
}

/** Sides one after the other, in each the lines; no text has a billion of them. */
function position({ side, line }: LintFinding): number {
  return sides.indexOf(side) * 1e9 + line;
}

function gravity({ severity }: LintFinding): number {
  return severities.indexOf(severity);
}

function by(key: (finding: LintFinding) => number) {
  return (left: LintFinding, right: LintFinding) => key(left) - key(right);
}

const secret = 'a=ice-pwd:';

/** `a=ice-pwd` is a secret; a very long line is no help. */
function shortened(text: string): string {
  if (text.startsWith(secret) && text !== secret) return `${secret}…`;
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
