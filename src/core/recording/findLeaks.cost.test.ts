import { expect, test } from 'vitest';
import { findLeaks } from './findLeaks.ts';

test('20 MB with 500 secrets are searched in bounded time', () => {
  const line = `${JSON.stringify({ kind: 'response', body: '{"text":"hello \\"there\\" %20 token"}', at: 12.5 })}\n`;
  const text = line.repeat(Math.ceil(20_000_000 / line.length));
  const many = Array.from({ length: 500 }, (_, index) => `s3cret-${index}-${'0123456789abcdef'.repeat(2)}`);
  // Processor time, because the machine may be busy with something else.
  const began = process.cpuUsage().user;
  expect(findLeaks(text, many)).toEqual([]);
  expect((process.cpuUsage().user - began) / 1000).toBeLessThan(15_000);
  expect(findLeaks(`${text}${many[499]}`, many)).toHaveLength(1);
}, 60_000);
