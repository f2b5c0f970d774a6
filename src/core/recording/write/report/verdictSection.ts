import { stepTitles } from '../../../session/step.ts';
import type { JudgedRecording } from '../judgeRecording.ts';
import { actorNames, certaintyNames, identifierLine } from '../reportWords.ts';
import { sdkLines } from '../sdkLines.ts';
import { shortened, utcTime } from '../visibleText.ts';
import { type Html, html, nothing } from './html.ts';
import { icon } from './icons.ts';

/** A link to the row of a log entry; its words alone where the row is not shown. */
export type RowLink = (entry: string, text: string) => Html;

/** A server may write a message as long as it likes. */
const mostOfText = 2_000;

/** What came of the session, why, what proves it and what to do: the first thing that a reader sees. */
export function verdictSection(judged: JudgedRecording, link: RowLink): Html {
  const { verdict, title, summary, recording } = judged;
  const tone = verdict !== undefined ? 'error' : summary.outcome === 'connected' ? 'ok' : 'quiet';
  const mark = icon(tone === 'error' ? 'cross' : tone === 'ok' ? 'check' : 'info');
  const rows = [...verdictRows(judged, link), changedVerdict(judged), sdkRow(judged), ruledOutRow(judged)];
  return html`<main>
<section class="card verdict" id="verdict" data-tone="${tone}" aria-labelledby="title">
<div class="title">${mark}<h1 id="title">${shortened(title, mostOfText)}</h1></div>
<p class="about">${verdict === undefined ? '' : html`<code>${identifierLine(verdict, judged)}</code> · `}recorded <time datetime="${utcTime(recording.startedAt)}">${utcTime(recording.startedAt).slice(0, 19).replace('T', ' ')} UTC</time></p>
<dl class="rows">${rows}</dl>
</section>`;
}

function verdictRows({ verdict }: JudgedRecording, link: RowLink): readonly Html[] {
  if (verdict === undefined) return [];
  const { cause, evidence, remedy, warning, actor, certainty, causedBy } = verdict;
  const proofs = evidence.map(
    ({ entry, says }) => html`<li>${link(entry, shortened(says, mostOfText))}</li>`,
  );
  return [
    row('Because', html`<p>${shortened(cause, mostOfText)}</p><ul>${proofs}</ul>`),
    row(
      'Do this',
      html`<p>${shortened(remedy, mostOfText)}</p>${warning === undefined ? undefined : html`<p class="careful"><strong>Careful:</strong> ${warning}</p>`}`,
    ),
    row(
      'Who must act',
      html`<p>${actorNames[actor]} <span class="quiet">· ${certaintyNames[certainty]} · caused at ${stepTitles[causedBy.step]},</span> ${link(causedBy.entry, `entry ${causedBy.entry}`)}</p>`,
    ),
  ];
}

function changedVerdict({ recording, before }: JudgedRecording): Html {
  if (before === undefined) return nothing;
  return row(
    'When recorded',
    html`<p>Version ${recording.product} took it for: ${before.title} <code>${before.code} ${before.variant}</code></p>`,
  );
}

function sdkRow({ sdk }: JudgedRecording): Html {
  if (sdk === undefined) return nothing;
  const lines = sdkLines(sdk).map(
    ({ sdk: name, says }) => html`<p><code>${name}</code> ${shortened(says, mostOfText)}</p>`,
  );
  const notes = sdk.notes.map((note) => html`<p class="quiet">${note}</p>`);
  return row('Your SDK shows', html`${lines}${notes}`);
}

function ruledOutRow({ verdict }: JudgedRecording): Html {
  if (verdict === undefined || verdict.ruledOut.length === 0) return nothing;
  const items = verdict.ruledOut.map(
    ({ title, because }) =>
      html`<li>${title}: <span class="quiet">${shortened(because, mostOfText)}</span></li>`,
  );
  return row('Ruled out', html`<ul>${items}</ul>`);
}

function row(label: string, content: Html): Html {
  return html`<dt>${label}</dt><dd>${content}</dd>`;
}
