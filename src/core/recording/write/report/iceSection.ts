import type { LogEntry, LogEntryOf } from '../../../session/log.ts';
import { duration } from '../../../session/wording.ts';
import { parseCandidate } from '../../../webrtc/candidate.ts';
import type { JudgedRecording } from '../judgeRecording.ts';
import { shortened } from '../visibleText.ts';
import { type Html, html, nothing } from './html.ts';

/** Of these lists a reader takes in no more. */
const most = 200;

/** Servers, candidates of both sides, errors of gathering, and the paths that were tried. */
export function iceSection({ recording: { log }, answer }: JudgedRecording): Html {
  const servers = ofKind(log, 'ice-servers').at(-1)?.servers ?? [];
  const errors = ofKind(log, 'candidate-error');
  const pairs = ofKind(log, 'statistics').findLast((entry) => entry.pairs.length > 0)?.pairs ?? [];
  const described = answer?.match(/(?<=^a=)candidate:.*/gm) ?? [];
  const local = candidates(log, 'local', []);
  const remote = candidates(log, 'remote', described);
  if ([servers, errors, pairs, local, remote].every((list) => list.length === 0)) return nothing;
  return html`<section id="ice"><h2>ICE</h2><div class="card long">
${table(
  'Servers',
  ['URLs', 'User name', 'Credential'],
  servers.map(({ urls, username, credential }) => [urls.join(' '), username ?? '–', credential ?? '–']),
)}
${table('Candidates of this browser', ['Type', 'Protocol', 'Address', 'From'], local)}
${table('Candidates of the far end', ['Type', 'Protocol', 'Address', 'From'], remote)}
${table(
  'Errors while gathering',
  ['At', 'Server', 'Code', 'Text'],
  errors.map((entry) => [duration(entry.at), entry.url, String(entry.errorCode), entry.errorText]),
)}
${table(
  'Paths that were tried',
  ['Local', 'Remote', 'State', 'Nominated', 'Checks sent', 'Answered', 'Round trip'],
  pairs.map((pair) => [
    pair.local,
    pair.remote,
    pair.state,
    pair.nominated ? 'yes' : 'no',
    String(pair.requestsSent ?? '–'),
    String(pair.responsesReceived),
    pair.roundTripTime === undefined ? '–' : duration(pair.roundTripTime),
  ]),
)}</div></section>`;
}

function candidates(
  log: readonly LogEntry[],
  side: 'local' | 'remote',
  described: readonly string[],
): readonly (readonly string[])[] {
  const from = new Map<string, string>();
  for (const { side: of, candidate, url } of ofKind(log, 'candidate')) {
    if (of === side && candidate !== '') from.set(withoutPrefix(candidate), url ?? '–');
  }
  for (const text of described) if (!from.has(withoutPrefix(text))) from.set(withoutPrefix(text), 'answer');
  return [...from].map(([text, url]) => {
    const read = parseCandidate(text);
    if (!read.ok) return ['unreadable', '–', text, url];
    const { type, transport, address, port, tcpType } = read.candidate;
    const protocol = tcpType === undefined ? transport : `${transport}, ${tcpType}`;
    return [type, protocol, `${address.includes(':') ? `[${address}]` : address}:${port}`, url];
  });
}

function withoutPrefix(text: string): string {
  return text.trim().replace(/^(?:a=)?candidate:/, '');
}

function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): Html {
  if (rows.length === 0) return nothing;
  const left = rows.length - most;
  return html`<table><caption>${caption}${left > 0 ? `, the first ${most} of ${rows.length}` : ''}</caption><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.slice(0, most).map((cells) => html`<tr>${cells.map((text) => html`<td class="mono">${shortened(text, 1_000)}</td>`)}</tr>`)}</tbody></table>`;
}

function ofKind<K extends LogEntry['kind']>(log: readonly LogEntry[], kind: K): readonly LogEntryOf<K>[] {
  return log.filter((entry): entry is LogEntryOf<K> => entry.kind === kind);
}
