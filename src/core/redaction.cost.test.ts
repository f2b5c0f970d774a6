import { expect, test } from 'vitest';
import { createRedactor } from './redaction.ts';

const apiKey = 'sk_orga_ai_CANARY7f3a9c2e51d84b60a7';

test.each([
  ['nothing to find', 'x'.repeat(1e6)],
  ['much that looks like base64', 'abc123/+'.repeat(125_000)],
  ['the beginnings of members', '{"credential":"'.repeat(66_000)],
  ['one endless parameter', 'token='.repeat(160_000)],
  ['details within details', '{"detail":[{"input":1,'.repeat(45_000)],
  ['escapes of two kinds', '\\"%22'.repeat(200_000)],
])(
  'a megabyte with %s takes a fraction of a second',
  (_, text) => {
    const redactor = createRedactor();
    redactor.name('api-key', apiKey);
    redactor.name('turn-credential', `cafe${'5d'.repeat(30)}`);
    // Processor time, because the machine may be busy with something else.
    const begin = process.cpuUsage().user;
    expect(redactor.redact(`${text} ${apiKey}`).length).toBeLessThan(1.1e6);
    expect((process.cpuUsage().user - begin) / 1000).toBeLessThan(1500);
  },
  30_000,
);
