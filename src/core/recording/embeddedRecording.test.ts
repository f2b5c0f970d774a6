import { expect, test } from 'vitest';
import { embeddedRecording } from './embeddedRecording.ts';

const report = (json: string) =>
  `<!doctype html>\n<p>a < b</p><script type="application/json" id="webrtc-session-recording">${json}</script>`;

test('a report gives the JSON of its recording, whatever blanks and case it begins with', () => {
  expect(embeddedRecording(report('{"a":1}'))).toBe('{"a":1}');
  expect(embeddedRecording(report('').slice(0, -1))).toBe('');
  expect(embeddedRecording(`\n  ${report('{}').replace('<!doctype html>', '<!DOCTYPE HTML>')}`)).toBe('{}');
});

test.each([
  ['a page without a recording', '<!doctype html><p>Hello</p>'],
  ['a report that was cut off', report('{"a":').replace('</script>', '')],
  ['what begins with something else', `see ${report('{}')}`],
  ['what begins as a page only after a hundred characters', ' '.repeat(86) + report('{}')],
])('%s has none', (_, text) => {
  expect(embeddedRecording(text)).toBeUndefined();
});

test('the beginning of a page is looked for in the first hundred characters', () => {
  expect(embeddedRecording(' '.repeat(85) + report('{}'))).toBe('{}');
});
