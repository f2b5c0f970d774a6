import type {
  Both,
  ComparedFact,
  SessionComparison,
} from '../../core/recording/compare/sessionComparison.ts';
import { duration } from '../../core/session/wording.ts';

/** The comparison as Markdown: the first difference, the steps, and what else differs. */
export function comparisonMarkdown(compared: SessionComparison, titles: Both<string>): string {
  const { first, differences, steps, verdicts } = compared;
  const head = `| | ${cell(titles.left)} | ${cell(titles.right)} |\n|---|---|---|`;
  const rows = steps.map(({ step, state, status, took, failure, differs }) => {
    const side = (name: 'left' | 'right') =>
      [
        failure[name] ?? state[name],
        status[name],
        took[name] === undefined ? undefined : duration(took[name]),
      ]
        .filter((part) => part !== undefined)
        .join(', ');
    return row(differs ? `**${step}**` : step, side('left'), side('right'));
  });
  const parts: readonly (readonly [string, readonly ComparedFact[]])[] = [
    ['Parameters', compared.parameters],
    ['ICE servers', compared.servers],
    ['Candidates', compared.candidates],
    ['Candidate pairs', compared.pairs],
    ['Data channel', compared.channel],
    ...compared.sdp.map(({ title, facts }) => [`SDP ${title}`, facts] as const),
  ];
  const tables = parts.flatMap(([name, facts]) => {
    const found = facts.filter(({ differs }) => differs);
    if (found.length === 0) return [];
    return [
      `### ${name}\n\n${head}\n${found.map((fact) => row(fact.name, fact.text.left ?? 'none', fact.text.right ?? 'none')).join('\n')}`,
    ];
  });
  const summary =
    first === undefined
      ? 'Nothing that matters differs.'
      : `**First difference**: ${first.sentence}${differences.length > 1 ? ` (of ${differences.length})` : ''}`;
  return `${[
    '## Two sessions compared',
    summary,
    `${head}\n${rows.join('\n')}\n${row('verdict', verdicts.left, verdicts.right)}`,
    ...tables,
  ].join('\n\n')}\n`;
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** Foreign text must end neither its cell nor its line, and begin no markup of its own. */
function cell(text: string): string {
  return text.replace(/[|\\`<>[\]]/g, '\\$&').replace(/[\r\n]+/g, ' ');
}
