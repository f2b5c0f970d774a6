import { describe } from '../../session/describe.ts';
import { duration, pathOf } from '../../session/wording.ts';
import type { Recording } from '../recording.ts';
import type { Exchange } from './exchanges.ts';
import { httpMessage } from './httpMessage.ts';
import { type JudgedRecording, judgeRecording, stepLine } from './judgeRecording.ts';
import { block, code, words } from './markdownText.ts';
import { actorNames, certaintyNames, environmentOf, identifierLine } from './reportWords.ts';
import { sdkLines } from './sdkLines.ts';
import { serverLogFacts } from './serverLogFacts.ts';

/** A bug report in Markdown (GFM), ready for an issue: short enough for one, and safe against what servers wrote. */
export function toMarkdown(recording: Recording): string {
  const judged = judgeRecording(recording);
  const sections = [
    heading(judged),
    evidence(judged),
    remedy(judged),
    steps(judged),
    exchange(judged),
    reproduction(judged),
    serverLogs(judged),
    sdkShows(judged),
    ruledOut(judged),
    environment(judged),
    `Written by webrtc-session-debugger ${words(recording.product)}. Secrets are replaced by pseudonyms: the same name is the same secret.`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** Of these lists a reader takes in no more. */
const most = 30;

/** Characters of a body that a report shows; an issue takes 65,536 in all. */
const mostOfBody = 6_000;

function heading(judged: JudgedRecording): string {
  const { verdict, before, title, recording } = judged;
  const lines = [`# ${words(title)}`];
  if (verdict !== undefined) {
    lines.push(
      code(identifierLine(verdict, judged)),
      words(verdict.cause),
      `**Who must act:** ${actorNames[verdict.actor]} (${certaintyNames[verdict.certainty]})`,
    );
  }
  if (before !== undefined) {
    lines.push(
      `Version ${words(recording.product)} took it for ${code([before.code, before.variant].filter((part) => part !== undefined).join(' · '))}: ${words(before.title)}`,
    );
  }
  return lines.join('\n\n');
}

function evidence({ verdict, recording }: JudgedRecording): string {
  if (verdict === undefined || verdict.evidence.length === 0) return '';
  const times = new Map(recording.log.map((entry) => [entry.id, entry.at]));
  const lines = verdict.evidence.slice(0, most).map(({ entry, says }) => {
    const at = times.get(entry);
    return `- ${words(says)} (${code(entry)}${at === undefined ? '' : `, at ${duration(at)}`})`;
  });
  return `## Evidence\n\n${lines.join('\n')}`;
}

function remedy({ verdict }: JudgedRecording): string {
  if (verdict === undefined) return '';
  const careful = verdict.warning === undefined ? '' : `\n\n**Careful:** ${words(verdict.warning)}`;
  return `## Do this\n\n${words(verdict.remedy)}${careful}`;
}

function steps({ summary, run }: JudgedRecording): string {
  if (run === undefined) return '';
  return `## Steps\n\n${summary.steps.map((step, index) => `${index + 1}. ${stepLine(step)}`).join('\n')}`;
}

function exchange({ failed, exchanges }: JudgedRecording): string {
  const shown = failed ?? exchanges.at(-1);
  if (shown === undefined) return '';
  const { request, response, error } = shown;
  const blocks = [
    block(httpMessage(`${request.method} ${request.url}`, request.headers, request.body, mostOfBody), 'http'),
    response === undefined
      ? words(error === undefined ? 'No response was recorded.' : describe(error))
      : `After ${duration(response.took)}:\n\n${block(httpMessage(`${response.status} ${response.statusText}`, response.headers, response.body, mostOfBody), 'http')}`,
  ];
  return `## Request and response\n\n${blocks.join('\n\n')}`;
}

function reproduction(judged: JudgedRecording): string {
  const { recording, run, exchanges } = judged;
  const begin = '## Steps to reproduce\n\n';
  const link = scenarioLink(recording.scenario, run?.pageUrl);
  if (link !== undefined) return `${begin}Open ${link} : the simulated session runs by itself.`;
  if (exchanges.length === 0) return '';
  const calls = exchanges.slice(0, most).map((each, index) => `${index + 1}. ${call(each)}`);
  return `${begin}${calls.join('\n')}`;
}

/** A link runs in the simulation, and there only. */
function scenarioLink(scenario: string | undefined, pageUrl: string | undefined): string | undefined {
  const page = pageUrl?.split(/[?#]/)[0];
  if (scenario === undefined || page === undefined || !/^https?:\/\/[\w.:[\]/~%-]+$/.test(page))
    return undefined;
  return `${page}?scenario=${encodeURIComponent(scenario.replace(/\p{Cs}/gu, ''))}&run=all`;
}

function call({ request, response }: Exchange): string {
  const { credential, altered } = request;
  const with_ = credential.kind === 'none' ? 'no credential' : (credential.name ?? credential.kind);
  const changes = altered.length === 0 ? '' : `, altered: ${altered.join('; ')}`;
  return `${code(`${request.method} ${pathOf(request.url)}`)} with ${words(`${with_}${changes}`)} → ${response?.status ?? 'no response'}`;
}

function serverLogs({ recording }: JudgedRecording): string {
  const lines = serverLogFacts(recording.log, recording.startedAt).split('\n');
  return lines[0] === '' ? '' : `## For server logs (UTC)\n\n${block(lines.slice(-most).join('\n'))}`;
}

function sdkShows({ sdk }: JudgedRecording): string {
  if (sdk === undefined) return '';
  const lines = sdkLines(sdk).map(({ sdk: name, says }) => `- ${code(name)} ${words(says)}`);
  return `## What the official SDKs show\n\n${[...lines, ...sdk.notes.map((note) => `- ${words(note)}`)].join('\n')}`;
}

function ruledOut({ verdict }: JudgedRecording): string {
  if (verdict === undefined || verdict.ruledOut.length === 0) return '';
  const lines = verdict.ruledOut.map(({ title, because }) => `- ${words(title)}: ${words(because)}`);
  return `## Ruled out\n\n${lines.join('\n')}`;
}

function environment(judged: JudgedRecording): string {
  const lines = environmentOf(judged).map(([name, value]) => `- ${name}: ${words(value)}`);
  return `## Environment\n\n${lines.join('\n')}`;
}
