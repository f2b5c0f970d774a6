import type { Actor, Certainty, Diagnosis } from '../../diagnosis/diagnosis.ts';
import { defaultSettings } from '../../session/settings.ts';
import { pathOf } from '../../session/wording.ts';
import type { RecordingSource } from '../recording.ts';
import { browserName } from './browserName.ts';
import type { JudgedRecording } from './judgeRecording.ts';
import { utcTime } from './visibleText.ts';

/** Who must act, to a reader who was not there. */
export const actorNames: Readonly<Record<Actor, string>> = {
  backend: 'The developer’s backend',
  orga: 'The Orga service',
  browser: 'The browser',
  network: 'The network between',
  'far-end': 'The far end',
};

export const certaintyNames: Readonly<Record<Certainty, string>> = {
  proved: 'proved: a fact in the log leaves no other explanation',
  likely: 'likely: the log fits this best, and does not prove it',
};

const sources: Readonly<Record<RecordingSource, string>> = {
  debugger: 'this debugger',
  probe: 'this debugger’s probe in a page',
  har: 'a HAR file',
  'webrtc-internals': 'a webrtc-internals dump',
  rtcstats: 'an rtcstats dump',
  sdp: 'a session description alone',
};

/** `invalid_ephemeral_token · used · 401 · POST /v1/realtime/calls` */
export function identifierLine({ code, variant }: Diagnosis, { failed }: JudgedRecording): string {
  const parts = [code, variant];
  if (failed?.error !== undefined) {
    if (failed.response !== undefined) parts.push(String(failed.response.status));
    parts.push(`${failed.request.method} ${pathOf(failed.request.url).replace(/\?.*/s, '')}`);
  }
  return [...new Set(parts)].join(' · ');
}

/** Settings that may hold what nobody else should read: only their length is told. */
const personal = new Set(['email', 'instructions', 'sessionHeaders', 'sessionBody']);

/** Where and with what the session ran: name and value, those unknown left out. */
export function environmentOf(judged: JudgedRecording): readonly (readonly [string, string])[] {
  const { recording, run, summary } = judged;
  const { name, version } = browserName(recording.userAgent);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Recorded', utcTime(recording.startedAt)],
    ['Written by', `webrtc-session-debugger ${recording.product}`],
    ['From', sources[recording.source]],
    ['Name', recording.name],
    ['Browser', name === 'unknown' ? undefined : `${name} ${version}`],
    ['User agent', recording.userAgent === '' ? undefined : recording.userAgent],
    ['Page', run?.pageUrl.split(/[?#]/)[0]],
    ['Target', run === undefined ? undefined : summary.target],
    ['Scenario', recording.scenario],
    ['Route', run === undefined ? undefined : summary.route],
    ['Attempts', summary.attempts > 1 ? String(summary.attempts) : undefined],
    ['Settings', run === undefined ? undefined : changedSettings(run.settings)],
  ];
  return facts.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}

function changedSettings(settings: object): string {
  const defaults: Readonly<Record<string, unknown>> = { ...defaultSettings };
  const changed = Object.entries(settings).flatMap(([key, value]: [string, unknown]) => {
    if (String(value) === String(defaults[key])) return [];
    return [`${key} = ${personal.has(key) ? `${String(value).length} characters` : String(value)}`];
  });
  return changed.length === 0 ? 'the defaults' : changed.join(', ');
}
