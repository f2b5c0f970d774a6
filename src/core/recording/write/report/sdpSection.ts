import { plural } from '../../../session/wording.ts';
import { compareSdp, type SectionComparison } from '../../../webrtc/compareSdp.ts';
import type { LintFinding } from '../../../webrtc/lintFinding.ts';
import type { JudgedRecording } from '../judgeRecording.ts';
import { shortened } from '../visibleText.ts';
import { type Html, html, nothing } from './html.ts';

/** A description as long as lint reads would make the file one of its own. */
const mostSections = 60;
const mostLines = 2_000;

const severityNames = { error: 'Wrong', warning: 'Careful', info: 'Good to know' } as const;

/** Offer and answer side by side, section by section, with what lint says at its lines. */
export function sdpSection({ offer, answer, lint }: JudgedRecording): Html {
  if (offer === undefined && answer === undefined) return nothing;
  const findings = new Map<string, LintFinding[]>();
  for (const finding of lint) {
    const key = `${finding.side} ${finding.line}`;
    findings.set(key, [...(findings.get(key) ?? []), finding]);
  }
  const compared = compareSdp(offer, answer).slice(0, mostSections);
  const worst = compared.findIndex((section) => gravestOf(section, findings) === 'error');
  const sections = compared.map((section, index) => sectionFold(section, findings, index === worst));
  const whole = lint.filter(({ line }) => line === 0).map((finding) => html`<li>${remark(finding)}</li>`);
  const said = lint.length === 0 ? 'lint finds nothing' : plural(lint.length, 'remark');
  return html`<section id="sdp"><h2>SDP <span class="quiet">${answer === undefined ? 'offer' : offer === undefined ? 'answer' : 'offer left, answer right'} · ${said}</span></h2>
<div class="card long">${whole.length === 0 ? nothing : html`<ul class="findings">${whole}</ul>`}${sections}</div></section>`;
}

type Findings = ReadonlyMap<string, readonly LintFinding[]>;

const sides = ['offer', 'answer'] as const;
const severities = ['error', 'warning', 'info'] as const;

/** The gravest thing that lint says of a section's lines. */
function gravestOf({ rows }: SectionComparison, findings: Findings): LintFinding['severity'] | undefined {
  const found = rows.flatMap((row) => sides.flatMap((side) => at(findings, side, row[side]?.number)));
  return severities.find((severity) => found.some((one) => one.severity === severity));
}

function sectionFold(section: SectionComparison, findings: Findings, open: boolean): Html {
  const worst = gravestOf(section, findings);
  const id = section.mid.offer ?? section.mid.answer;
  const title =
    section.index === 0
      ? 'Session'
      : `${section.media.slice(0, 40)}${id === undefined ? '' : ` · mid ${id.slice(0, 40)}`}`;
  const rows = section.rows
    .slice(0, mostLines)
    .map(
      (row) => html`<tr>${sides.map((side) => cell(row[side], at(findings, side, row[side]?.number)))}</tr>`,
    );
  const left = section.rows.length - rows.length;
  const differences = section.differences.map((difference) => html`<li>${difference}</li>`);
  return html`<details class="fold"${open ? html` open` : nothing}><summary>${title} <span class="quiet">${plural(section.rows.length, 'line')}</span>${worst === undefined ? nothing : html` <span class="tag" data-tone="${worst}">${severityNames[worst]}</span>`}</summary>
${differences.length === 0 ? nothing : html`<ul class="findings quiet">${differences}</ul>`}
<table class="sdp"><thead><tr><th scope="col">Offer</th><th scope="col">Answer</th></tr></thead><tbody>${rows}</tbody></table>${left === 0 ? nothing : html`<p class="gap">… and ${left} more lines</p>`}</details>`;
}

function at(findings: Findings, side: string, line: number | undefined): readonly LintFinding[] {
  return findings.get(`${side} ${line}`) ?? [];
}

function cell(
  line: { readonly number: number; readonly raw: string } | undefined,
  found: readonly LintFinding[],
): Html {
  if (line === undefined) return html`<td></td>`;
  const tone = found[0]?.severity;
  return html`<td${tone === undefined ? nothing : html` data-tone="${tone}"`}><code class="number">${line.number}</code><code>${shortened(line.raw, 1_000)}</code>${found.map((finding) => html`<p class="remark">${remark(finding)}</p>`)}</td>`;
}

function remark({ severity, title, cause, fix, rule, source }: LintFinding): Html {
  return html`<span class="tag" data-tone="${severity}">${severityNames[severity]}:</span> ${title} <span class="quiet">${cause} ${fix}</span> <code>${rule}</code> <span class="quiet">(${source})</span>`;
}
