// What is told of a recording in a terminal.
import { advise, diagnose, foresee } from '../core/diagnosis/diagnose.ts';
import { toMarkdown } from '../core/recording/write/toMarkdown.ts';
import { describe } from '../core/session/describe.ts';
import { summarise } from '../core/session/summarise.ts';

/** @typedef {import('../core/recording/recording.ts').Recording} Recording */
/** @typedef {import('../core/diagnosis/diagnosis.ts').Diagnosis} Diagnosis */
/** @typedef {{ readonly output: string, readonly healthy: boolean }} Explanation */

/** @param {Recording} recording */
function judge({ log }) {
  const diagnoses = diagnose(log);
  const foreseen = diagnoses.length === 0 ? foresee(log) : [];
  const summary = summarise(log);
  const healthy = diagnoses.length === 0 && foreseen.length === 0 && summary.outcome !== 'failed';
  return { diagnoses, foreseen, advice: advise(log), summary, healthy };
}

/**
 * The verdict, its proofs, the remedy, and what else it may be.
 * @param {Recording} recording
 * @param {readonly string[]} notes
 * @returns {Explanation}
 */
export function explanationText(recording, notes) {
  const { diagnoses, foreseen, advice, summary, healthy } = judge(recording);
  const [verdict = foreseen[0], ...others] = diagnoses;
  const lines = [
    `${recording.source}, ${recording.product}, ${when(recording.startedAt)}`,
    `Steps: ${summary.steps.map(({ step, state }) => `${step} ${state}`).join(', ')}`,
    '',
    ...(verdict === undefined
      ? [healthyWords(summary.outcome)]
      : verdictLines(recording, verdict, diagnoses.length === 0)),
    ...section(
      'It may also be',
      others.map(({ title, code }) => `${title} (${code})`),
    ),
    ...section(
      'Worth a look',
      advice.map(({ title, remedy }) => `${title}. ${remedy}`),
    ),
    ...section('Notes', notes),
  ];
  return { output: `${lines.map(printable).join('\n')}\n`, healthy };
}

/**
 * @param {Recording} recording
 * @param {readonly string[]} notes
 * @returns {Explanation}
 */
export function explanationJson(recording, notes) {
  const { diagnoses, foreseen, advice, summary, healthy } = judge(recording);
  const { log: _, series: __, ...head } = recording;
  const [verdict, ...others] = diagnoses;
  const { outcome, failedStep, steps } = summary;
  const told = { healthy, ...head, outcome, failedStep, steps, verdict, others, foreseen, advice, notes };
  return { output: `${JSON.stringify(told, undefined, 2)}\n`, healthy };
}

/**
 * @param {Recording} recording
 * @param {readonly string[]} notes
 * @returns {Explanation}
 */
export function explanationMarkdown(recording, notes) {
  const list =
    notes.length === 0 ? '' : `\n${notes.map((note) => `- ${note.replace(/[<>`|]/g, ' ')}\n`).join('')}`;
  return { output: `${toMarkdown(recording)}${list}`, healthy: judge(recording).healthy };
}

/**
 * @param {Recording} recording
 * @param {Diagnosis} verdict
 * @param {boolean} foreseen
 */
function verdictLines({ log }, verdict, foreseen) {
  const { title, code, variant, certainty, actor, cause, remedy, evidence, causedBy } = verdict;
  const proofs = evidence.map(({ entry, says }) => {
    const found = log.find(({ id }) => id === entry);
    return found === undefined
      ? says
      : `${entry} at ${Math.round(found.at)} ms: ${says} (${describe(found)})`;
  });
  return [
    `${foreseen ? 'Not yet failed, but it looks like: ' : ''}${title}`,
    `${code} / ${variant}, ${certainty}; step ${causedBy.step}; who must act: ${actor}`,
    '',
    cause,
    ...section('Evidence', proofs),
    ...section('Remedy', [remedy]),
  ];
}

/** @param {string} outcome */
function healthyWords(outcome) {
  if (outcome === 'connected') return 'Healthy: the session connected, and nothing in it points to trouble.';
  return 'Nothing failed in what this file shows.';
}

/**
 * @param {string} title
 * @param {readonly string[]} items
 */
function section(title, items) {
  return items.length === 0 ? [] : ['', `${title}:`, ...items.map((item) => `  ${item}`)];
}

/** @param {number} startedAt */
function when(startedAt) {
  const date = new Date(startedAt);
  return startedAt <= 0 || Number.isNaN(date.getTime()) ? 'time unknown' : date.toISOString();
}

/**
 * What a file says must not steer the terminal (ECMA-48 control functions).
 * @param {string} line
 */
function printable(line) {
  return line.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, ' ');
}
