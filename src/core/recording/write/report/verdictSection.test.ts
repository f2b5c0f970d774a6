import { expect, test } from 'vitest';
import { ended, envelope, type Literal, refused } from '../../../diagnosis/testing/literalLog.ts';
import type { Recording } from '../../recording.ts';
import { judgeRecording } from '../judgeRecording.ts';
import { recorded, recordingOf, refusedCall } from '../testing/literalRecording.ts';
import { html } from './html.ts';
import { verdictSection } from './verdictSection.ts';

function section(recording: Recording): string {
  return verdictSection(judgeRecording(recording), (entry, text) => html`[${entry}: ${text}]`).markup;
}

/** The rows' names. */
function namesIn(recording: Recording): readonly string[] {
  return Array.from(section(recording).matchAll(/<dt>([^<]*)<\/dt>/g), ([, name = '']) => name);
}

/** What stands in the row of this name. */
function rowIn(recording: Recording, name: string): string | undefined {
  return new RegExp(`<dt>${name}</dt><dd>(.*?)</dd>`, 's').exec(section(recording))?.[1];
}

const unexpected: readonly Literal[] = [
  {
    kind: 'unexpected',
    step: 'call',
    failure: { reason: 'unexpected', error: { name: 'TypeError', message: 'x' } },
  },
  ...ended('call', 'e2'),
];

test('a verdict is told with its identifier, its cause, its proofs, its remedy and who must act', () => {
  const recording = refusedCall();
  expect(section(recording).split('<dl')[0]).toBe(`<main>
<section class="card verdict" id="verdict" data-tone="error" aria-labelledby="title">
<div class="title"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8"/></svg><h1 id="title">The service refused the token, and nothing seen here explains it</h1></div>
<p class="about"><code>invalid_ephemeral_token · unexplained · 401 · POST /v1/realtime/calls</code> · recorded <time datetime="2025-11-11T11:34:43.000Z">2025-11-11 11:34:43 UTC</time></p>
`);
  expect(namesIn(recording)).toEqual(['Because', 'Do this', 'Who must act', 'Your SDK shows', 'Ruled out']);
  expect(rowIn(recording, 'Because')).toBe(
    '<p>/calls refused token#1 with “Invalid ephemeral token”, though its exp had not been seen to pass and no earlier call with it is known on this origin. It may have been spent elsewhere, belong to another environment, or have been withdrawn with its API key.</p><ul><li>[e2: token#1 was sent]</li><li>[e4: POST /v1/realtime/calls was answered 401, invalid_request_error, “Invalid ephemeral token”]</li></ul>',
  );
  expect(rowIn(recording, 'Do this')).toBe(
    '<p>Fetch a new token and try again. If that is refused too, check that token and call go to the same environment and that the API key is still active.</p>',
  );
  expect(rowIn(recording, 'Who must act')).toBe(
    '<p>The developer’s backend <span class="quiet">· likely: the log fits this best, and does not prove it · caused at Call,</span> [e4: entry e4]</p>',
  );
  expect(rowIn(recording, 'Your SDK shows')).toMatch(
    /^<p><code>@orga-ai\/node<\/code> Takes no part\. No Node SDK takes part at the call: it only obtains credentials\.<\/p><p><code>@orga-ai\/react \(published\)<\/code> startSession\(\) [^<]*<\/p><p><code>@orga-ai\/react \(newer\)<\/code> [^<]*<\/p>$/,
  );
  expect(rowIn(recording, 'Ruled out')).toMatch(
    /^<ul><li>The token was already used: <span class="quiet">no earlier successful call with this token is known on this origin<\/span><\/li><li>“Bearer/,
  );
});

test('a warning stands below the remedy, and notes below what the SDKs show', () => {
  const log = refused('client-secrets', 500, envelope('No'), { response: { statusText: '' } });
  const recording = recordingOf(log);
  expect(rowIn(recording, 'Do this')).toMatch(
    /<\/p><p class="careful"><strong>Careful:<\/strong> The catalogue advises debug: true\./,
  );
  expect(rowIn(recording, 'Your SDK shows')).toMatch(
    /<\/p><p class="quiet">The reply has no reason phrase, [^<]*<\/p><p class="quiet">The client SDK never asks /,
  );
});

test('what was taken for something else when it was recorded is told', () => {
  const verdict = { code: 'a.b', variant: 'x', certainty: 'likely', title: 'Old' } as const;
  const recording = { ...recorded(...unexpected), verdict };
  expect(rowIn(recording, 'When recorded')).toBe('<p>Version 0.1.0 took it for: Old <code>a.b x</code></p>');
  expect(namesIn(recorded(...unexpected))).toEqual(['Because', 'Do this', 'Who must act', 'Your SDK shows']);
});

const [cross, check, info] = ['M4 4l8', 'M3 8.5', 'M8 2.5'];

test.each<readonly [string, string | undefined, readonly Literal[]]>([
  ['ok', check, [{ kind: 'run', state: 'connected' }]],
  ['quiet', info, [{ kind: 'run', state: 'stopped' }]],
  ['quiet', info, []],
  ['error', cross, unexpected],
  [
    'error',
    cross,
    [
      { kind: 'run', state: 'connected' },
      { kind: 'media', device: 'microphone', event: 'silent' },
    ],
  ],
])('the tone is %s, the mark %s', (tone, mark, entries) => {
  const [head = ''] = section(recorded(...entries)).split('<dl');
  expect(head).toContain(`data-tone="${tone}"`);
  expect(head).toContain(`<path d="${mark}`);
});

test('without a verdict there is the title, and when', () => {
  expect(section(recordingOf([]))).toBe(`<main>
<section class="card verdict" id="verdict" data-tone="quiet" aria-labelledby="title">
<div class="title"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11zM8 7.3v3.7M8 5v.2"/></svg><h1 id="title">A recorded session</h1></div>
<p class="about">recorded <time datetime="2025-11-11T11:34:43.000Z">2025-11-11 11:34:43 UTC</time></p>
<dl class="rows"></dl>
</section>`);
});
