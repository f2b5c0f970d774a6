import { describe, levelOf } from '../../../session/describe.ts';
import type { Level, LogEntry } from '../../../session/log.ts';
import { plural } from '../../../session/wording.ts';
import type { JudgedRecording } from '../judgeRecording.ts';
import { readableJson } from '../readableBody.ts';
import { shortened, utcTime } from '../visibleText.ts';
import { type Html, html, nothing } from './html.ts';

/** Rows in the page; of a longer log the begin and the end. The embedded recording has all of them. */
const mostRows = 10_000;

/** Rows that the browser lays out, or leaves out, together. */
const rowsOfChunk = 100;

const levels: Readonly<Record<Level, number>> = { debug: 0, info: 1, warn: 2, error: 3 };
const tones: Readonly<Record<Level, string>> = { debug: 'quiet', info: 'info', warn: 'warn', error: 'error' };

/** The numbers of the log's rows, from 1, that stand in the page, by the id of their entry. */
export function rowNumbers({ recording: { log }, verdict }: JudgedRecording): ReadonlyMap<string, number> {
  const proofs = new Set(verdict?.evidence.map(({ entry }) => entry));
  const numbers = new Map<string, number>();
  for (const [index, { id }] of log.entries()) {
    const isShown = index < mostRows / 2 || index >= log.length - mostRows / 2 || proofs.has(id);
    if (isShown && !numbers.has(id)) numbers.set(id, index + 1);
  }
  return numbers;
}

/** The log: a row an entry, its facts below it; with a filter where there is script. */
export function logSection(judged: JudgedRecording, rows: ReadonlyMap<string, number>): Html {
  const { recording, verdict } = judged;
  const { log, startedAt } = recording;
  if (log.length === 0) return nothing;
  const proofs = new Set(verdict?.evidence.map(({ entry }) => entry));
  const shown = log.flatMap((entry, index) =>
    rows.get(entry.id) === index + 1 ? [{ entry, number: index + 1 }] : [],
  );
  const chunks: Html[] = [];
  for (let begin = 0; begin < shown.length; begin += rowsOfChunk) {
    const chunk = shown.slice(begin, begin + rowsOfChunk);
    const items = chunk.map(({ entry, number }) => row(entry, number, startedAt, proofs.has(entry.id)));
    const isFull = chunk.length === rowsOfChunk;
    chunks.push(
      html`<ol class="log" start="${begin + 1}"${isFull ? html` data-full` : nothing}>${items}</ol>`,
    );
  }
  const all = shown.length.toLocaleString('en');
  const rowsShown = plural(shown.length, 'row');
  const leftOut = log.length - shown.length;
  return html`<section id="log"><h2>Log</h2>
<div class="filter" id="filter" role="search" aria-label="Filter the log" hidden>
<label>Level <select id="level"><option value="0">all</option><option value="1">info and above</option><option value="2">warnings and errors</option><option value="3">errors</option></select></label>
<label>Text <input id="text" type="search" autocomplete="off" spellcheck="false"></label>
<output id="shown" data-all="${all}">${rowsShown}</output></div>
${leftOut === 0 ? nothing : html`<p class="gap">${leftOut.toLocaleString('en')} rows in the middle are not shown. They are in this file: open it in the debugger.</p>`}
<p class="printed quiet">On paper: warnings, errors and evidence. The file has ${rowsShown}.</p>
<div class="card long">${chunks}</div></section>`;
}

function row(entry: LogEntry, number: number, startedAt: number, isProof: boolean): Html {
  const level = levelOf(entry);
  const { id, at, attempt, kind, step, ...facts } = entry;
  const json = readableJson({ id, kind, attempt, ...facts });
  return html`<li id="row-${number}" data-level="${levels[level]}"${isProof ? html` data-proof` : nothing}><details><summary><time datetime="${utcTime(startedAt + at)}">${(at / 1000).toFixed(3)}</time><span class="tag" data-tone="${tones[level]}">${level}</span><span class="step">${step}</span><span class="line">${shortened(describe(entry), 1_000)}</span></summary><pre>${shortened(json, 6_000)}</pre></details></li>`;
}
