import { expect, test } from 'vitest';
import { glossary } from './glossary.ts';

test.each(Object.entries(glossary))('%s is explained in two sentences, with its source', (_term, entry) => {
  expect(entry.text.match(/[.](?= |$)/g)).toHaveLength(2);
  expect(entry.url).toMatch(/^https:\/\/(?:www\.rfc-editor\.org|datatracker\.ietf\.org)\//);
});

test('a section is part of the link', () => {
  expect(glossary.dtls.url).toBe('https://www.rfc-editor.org/rfc/rfc8827#section-6.5');
  expect(glossary.ice.url).toBe('https://www.rfc-editor.org/rfc/rfc8445');
});
