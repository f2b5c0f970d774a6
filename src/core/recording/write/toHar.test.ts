import type { Har } from 'har-format';
import { har as validate } from 'har-validator';
import { expect, test } from 'vitest';
import { request, restError } from '../../diagnosis/testing/literalLog.ts';
import { recorded, recordingOf, refusedCall } from './testing/literalRecording.ts';
import { toHar } from './toHar.ts';

const unanswered = recorded(
  request('calls', { at: 100 }),
  restError('calls', {
    reason: 'unreachable',
    error: { name: 'TypeError', message: 'Failed to fetch' },
  }),
);

test('an independent validator accepts it', async () => {
  for (const recording of [refusedCall(), unanswered, recordingOf([])]) {
    await expect(validate(JSON.parse(JSON.stringify(toHar(recording))))).resolves.toBeTruthy();
  }
});

test('the validator would refuse an entry without its timings', async () => {
  const broken = JSON.parse(JSON.stringify(toHar(refusedCall()))) as {
    log: { entries: { timings?: unknown }[] };
  };
  delete broken.log.entries[0]?.timings;
  await expect(validate(broken)).rejects.toThrow();
});

test('a request has its time, its parameters decoded, its body and its reply', () => {
  const { log }: Har = toHar(refusedCall());
  const [entry] = log.entries;
  expect(entry?.startedDateTime).toBe('2025-11-11T11:34:43.100Z');
  expect(entry?.time).toBe(31);
  expect(entry?.timings).toMatchObject({ send: 0, wait: 29, receive: 2 });
  expect(entry?.request).toMatchObject({
    method: 'POST',
    queryString: [
      { name: 'mode', value: 'a b' },
      { name: 'x', value: '1' },
    ],
    headersSize: -1,
    postData: { mimeType: 'application/json', text: '{"offer":{"type":"offer","sdp":"v=0"}}' },
    bodySize: 38,
  });
  expect(entry?.response).toMatchObject({
    status: 401,
    statusText: 'Unauthorized',
    content: { size: 80, mimeType: 'application/json' },
  });
  expect(log.browser).toEqual({ name: 'Chrome', version: '156.0.0.0' });
});

test('a request without a response has status 0 and says why', () => {
  const [entry] = toHar(unanswered).log.entries;
  expect(entry?.response).toMatchObject({ status: 0, _error: 'no response: TypeError "Failed to fetch"' });
  expect(entry?.time).toBe(100);
});

test('a query that cannot be decoded stays as it is', () => {
  const har = toHar(recorded(request('calls', { url: 'https://a.example/?q=%E0%A4&&flag#top?no=1' })));
  expect(har.log.entries[0]?.request.queryString).toEqual([
    { name: 'q', value: '%E0%A4' },
    { name: 'flag', value: '' },
  ]);
});

test('what may not stand in a URI is encoded, and what is none is marked', () => {
  const urls = ['https://a.example/é <b>%zz', 'nowhere'].map(
    (url) => toHar(recorded(request('calls', { url }))).log.entries[0]?.request.url,
  );
  expect(urls).toEqual(['https://a.example/%C3%A9%20%3Cb%3E%25zz', 'about:invalid?nowhere']);
});
