import { describeFailure } from '../../../session/describeFailure.ts';
import type { StepState } from '../../../session/step.ts';
import { stepTitles } from '../../../session/step.ts';
import { duration, pathOf } from '../../../session/wording.ts';
import type { Exchange } from '../exchanges.ts';
import { httpMessage } from '../httpMessage.ts';
import type { JudgedRecording } from '../judgeRecording.ts';
import { environmentOf } from '../reportWords.ts';
import { serverLogFacts } from '../serverLogFacts.ts';
import { shortened } from '../visibleText.ts';
import { type Html, html, nothing } from './html.ts';
import { icon, type ReportIcon } from './icons.ts';

const stepIcons: Readonly<Record<StepState, ReportIcon>> = {
  waiting: 'ring',
  running: 'running',
  done: 'check',
  failed: 'cross',
  skipped: 'skip',
};

/** The five steps with their state and time; nothing of a log that has none. */
export function stepsSection({ summary, run }: JudgedRecording): Html {
  if (run === undefined) return nothing;
  const items = summary.steps.map(({ step, state, took, status }) => {
    const details = [
      state,
      ...(status === undefined ? [] : [String(status)]),
      ...(took === undefined ? [] : [duration(took)]),
    ];
    return html`<li data-state="${state}">${icon(stepIcons[state])}<span><strong>${stepTitles[step]}</strong><small>${details.join(' · ')}</small></span></li>`;
  });
  return html`<section id="steps"><h2>Steps</h2><ol class="card steps">${items}</ol></section>`;
}

/** So many are written out; nobody reads more. */
const mostExchanges = 100;

/** Characters of a body that are shown. */
const mostOfBody = 20_000;

/** Every request with its reply, the failed one open. */
export function requestsSection({ exchanges, failed, recording }: JudgedRecording): Html {
  if (exchanges.length === 0) return nothing;
  const items = exchanges
    .slice(-mostExchanges)
    .map((exchange) => exchangeFold(exchange, exchange === failed));
  const facts = serverLogFacts(recording.log, recording.startedAt)
    .split('\n')
    .slice(-mostExchanges)
    .join('\n');
  return html`<section id="requests"><h2>Requests</h2><div class="card long">${items}
<details class="fold"><summary>For server logs: UTC times and correlation ids</summary><div class="pair"><div><pre>${facts}</pre></div></div></details></div></section>`;
}

function exchangeFold({ request, response, error }: Exchange, open: boolean): Html {
  const tone = error !== undefined ? 'error' : response === undefined ? 'warn' : 'ok';
  const status = response === undefined ? 'no response' : `${response.status} ${response.statusText}`.trim();
  const took = response === undefined ? '' : ` in ${duration(response.took)}`;
  const why =
    error === undefined
      ? nothing
      : html`<p>${shortened(describeFailure(error.failure, error.http), 2_000)}</p>`;
  return html`<details class="fold"${open ? html` open` : nothing}><summary><code>${request.method} ${shortened(pathOf(request.url), 400)}</code> → <span class="tag" data-tone="${tone}">${status}</span><span class="quiet">${took}</span></summary>
<div class="pair"><div><h3>Request</h3><pre>${httpMessage(`${request.method} ${request.url}`, request.headers, request.body, mostOfBody)}</pre></div>
<div><h3>Response</h3>${why}${response === undefined ? nothing : html`<pre>${httpMessage(status, response.headers, response.body, mostOfBody)}</pre>`}</div></div></details>`;
}

/** Where and with what the session ran. */
export function environmentSection(judged: JudgedRecording): Html {
  const facts = environmentOf(judged).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`);
  return html`<section id="environment"><h2>Environment</h2><dl class="card facts">${facts}</dl></section>`;
}
