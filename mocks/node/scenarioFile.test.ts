import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readScenarioFile } from './scenarioFile.ts';
import { startSimulator } from './simulator.ts';

const replay = {
  format: 'webrtc-session-replay',
  version: 1,
  title: 'Monday',
  story: 'The session of Monday.',
  route: 'rest',
  settings: {},
  limits: {},
  replies: {
    'client-secrets': [
      {
        kind: 'reply',
        status: 200,
        headers: { 'content-type': 'application/json', 'x-request-id': 'req_monday' },
        body: '{"ephemeral_token":"token#1","expires_at":"2025-11-11T11:49:43"}',
        delay: 0,
      },
    ],
    'ice-config': [{ kind: 'reply', status: 418, headers: {}, body: 'short and stout', delay: 0 }],
  },
  tokens: { 'token#1': { issuedBefore: 100, expiresAfter: 800, expiresAtText: '2025-11-11T11:49:43' } },
  expect: { outcome: 'failed', step: 'ice-config', httpStatus: 418 },
  faithful: true,
  foresight: [],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scenario-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(content: unknown, name = 'monday.scenario.json'): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('a scenario file is played: replies as recorded, with a working token for its pseudonym', async () => {
  const simulator = await startSimulator({ scenarioFile: file(replay) });
  try {
    expect(simulator.expected()).toMatchObject({ step: 'ice-config', httpStatus: 418 });
    const before = Date.now() / 1000;
    const reply = await fetch(`${simulator.url}/v1/realtime/client-secrets`, { method: 'POST' });
    expect(reply.headers.get('x-request-id')).toBe('req_monday');
    const { ephemeral_token: token, expires_at: text } = (await reply.json()) as Record<string, string>;
    const { iat, exp } = JSON.parse(atob(token?.split('.')[1] ?? '')) as { iat: number; exp: number };
    expect(Math.abs(before - 100 - iat)).toBeLessThan(3);
    expect(Math.abs(before + 800 - exp)).toBeLessThan(3);
    expect(Math.abs(Date.parse(`${text}Z`) / 1000 - exp)).toBeLessThan(3);
    const config = await fetch(`${simulator.url}/v1/realtime/ice-config`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([config.status, await config.text()]).toEqual([418, 'short and stout']);
  } finally {
    await simulator.close();
  }
});

test('a file that cannot be played is told in one line', () => {
  const why = (path: string) => {
    try {
      return readScenarioFile(path).id;
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };
  expect(why(file(replay))).toBe('monday');
  expect(why(file('{}'))).toContain('monday.scenario.json: This is no scenario file');
  expect(why(join(folder, 'absent.json'))).toContain('The scenario file cannot be read: ENOENT');
  expect(why(file({ ...replay, devices: { microphone: 'busy' } }))).toContain(
    'needs a browser’s own devices',
  );
});
