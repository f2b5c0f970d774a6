import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { summarise } from '../session/summarise.ts';
import { parseRecording } from './parseRecording.ts';
import type { Recording } from './recording.ts';
import { currentVersion, upgrade, versionOf } from './upgrades.ts';

/** A file as a version wrote it; never changed afterwards. */
function golden(name: string): Recording {
  const text = readFileSync(new URL(`./golden/${name}.json`, import.meta.url), 'utf8');
  const reading = parseRecording(JSON.parse(text));
  if (!reading.ok) throw new Error(reading.problem);
  expect(reading.notes).toEqual([]);
  return reading.recording;
}

/** Verdict of today, outcome, number of entries: what whoever opens the file sees. */
function seen(recording: Recording) {
  const [verdict] = diagnose(recording.log);
  const { outcome, failedStep } = summarise(recording.log);
  return [`${verdict?.code}/${verdict?.variant}`, outcome, failedStep, recording.log.length];
}

test('version 0, a bare log export, opens: settings that came later have their defaults', () => {
  const recording = golden('version-0-log');
  expect(seen(recording)).toEqual(['timeout_error/no-response', 'failed', 'token', 6]);
  expect(recording).toMatchObject({
    version: 1,
    product: 'unknown',
    source: 'debugger',
    startedAt: 1_795_370_000_000,
  });
  expect(recording.verdict).toBeUndefined();
  expect(recording.log[0]).toMatchObject({
    kind: 'run-started',
    settings: { sessionMethod: 'GET', relay: false, voice: 'alloy' },
  });
});

test('version 0, a report, opens with its scenario and the verdict as recorded', () => {
  const recording = golden('version-0-report');
  expect(seen(recording)).toEqual(['timeout_error/no-response', 'failed', 'token', 6]);
  expect(recording.scenario).toBe('timeout');
  expect(recording.verdict).toEqual({
    code: 'OrgaAIServerError',
    variant: 'written-by-hand',
    certainty: 'proved',
    title: 'As it was called then',
    step: 'token',
  });
});

test('version 1 opens with everything', () => {
  const recording = golden('version-1');
  expect(seen(recording)).toEqual(['net.udp-blocked/relay-silent', 'failed', 'connection', 13]);
  expect(recording).toMatchObject({
    product: '0.2.0',
    id: '6f1d2c3b-0000-4000-8000-000000000001',
    name: 'From the office',
    scenario: 'turn.udp.dead',
    startedAt: 1_762_860_883_000,
    verdict: { code: 'net.udp-blocked', certainty: 'likely', step: 'connection' },
    series: { added: 3, times: [900, 1000, 1250] },
  });
});

test('there is a golden file of every version', () => {
  expect(currentVersion).toBe(1);
});

test.each<[unknown, number | undefined]>([
  [[], 0],
  [{ log: [], steps: [], outcome: 'failed' }, 0],
  [{ steps: [], outcome: 'failed' }, undefined],
  [{ log: [], outcome: 'failed' }, undefined],
  [{ log: [], steps: [] }, undefined],
  [{ format: 'webrtc-session-recording', version: 1 }, 1],
  [{ format: 'webrtc-session-recording', version: 7 }, 7],
  [{ format: 'webrtc-session-recording', version: 0 }, undefined],
  [{ format: 'webrtc-session-recording', version: 1.5 }, undefined],
  [{ format: 'webrtc-session-recording', version: '1' }, undefined],
  [{ format: 'har', version: 1 }, undefined],
  ['[]', undefined],
])('%j is of version %s', (json, version) => {
  expect(versionOf(json)).toBe(version);
});

const begin = { kind: 'run-started', wallClock: 5, userAgent: 'Firefox' };
const upgraded = {
  format: 'webrtc-session-recording',
  version: 1,
  product: 'unknown',
  source: 'debugger',
  startedAt: 5,
  userAgent: 'Firefox',
};

test('a log export gets a header from its run-started, wherever that stands', () => {
  const log = [7, { kind: 'run', wallClock: 4 }, begin, { ...begin, wallClock: 6 }];
  expect(upgrade(log, 0)).toStrictEqual({ ...upgraded, log });
});

test('a report keeps its scenario and what its diagnosis said', () => {
  const diagnosis = { code: 'c', variant: 'v', certainty: 'proved', title: 't', actor: 'you' };
  const report = { log: [begin], steps: [], outcome: 'failed', scenario: 's' };
  const verdict = { code: 'c', variant: 'v', certainty: 'proved', title: 't' };
  const header = { ...upgraded, scenario: 's', log: [begin] };
  expect(upgrade({ ...report, diagnosis }, 0)).toStrictEqual({ ...header, verdict });
  expect(upgrade({ ...report, diagnosis: { ...diagnosis, causedBy: { step: 'call' } } }, 0)).toStrictEqual({
    ...header,
    verdict: { ...verdict, step: 'call' },
  });
  expect(upgrade({ ...report, diagnosis: null }, 0)).toStrictEqual(header);
});

test('a file of today needs no upgrade', () => {
  const file = { format: 'webrtc-session-recording', version: 1 };
  expect(upgrade(file, 1)).toBe(file);
});
