import type { Har } from 'har-format';
import { har as validate } from 'har-validator';
import { expect, test } from 'vitest';
import { type Literal, request, response, restError } from '../../diagnosis/testing/literalLog.ts';
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

/** The time of an entry and what its parts took, ms. */
function timesOf(...entries: readonly Literal[]) {
  const [entry] = toHar(recorded(...entries)).log.entries;
  return entry && { time: entry.time, wait: entry.timings.wait, receive: entry.timings.receive };
}

const harHead = { _resourceType: 'fetch', _initiator: { type: 'script' }, _priority: 'High' };
const timings = { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0 };
const sizes = { headersSize: -1, bodySize: -1 };

test('a recording is one page with an entry for each request', () => {
  const har: Har = toHar(refusedCall());
  expect(har).toEqual({
    log: {
      version: '1.2',
      creator: { name: 'webrtc-session-debugger', version: '0.1.0' },
      browser: { name: 'Chrome', version: '156.0.0.0' },
      pages: [
        {
          startedDateTime: '2025-11-11T11:34:43.000Z',
          id: 'page_1',
          title: 'https://debugger.example/',
          pageTimings: {},
        },
      ],
      entries: [
        {
          ...harHead,
          pageref: 'page_1',
          startedDateTime: '2025-11-11T11:34:43.100Z',
          time: 31,
          cache: {},
          timings: { ...timings, wait: 29, receive: 2 },
          request: {
            method: 'POST',
            url: 'https://api.orga-ai.com/v1/realtime/calls?mode=a+b&x=%31',
            httpVersion: 'unknown',
            cookies: [],
            headers: [
              { name: 'authorization', value: 'Bearer token#1' },
              { name: 'content-type', value: 'application/json' },
            ],
            queryString: [
              { name: 'mode', value: 'a b' },
              { name: 'x', value: '1' },
            ],
            postData: { mimeType: 'application/json', text: '{"offer":{"type":"offer","sdp":"v=0"}}' },
            headersSize: -1,
            bodySize: 38,
          },
          response: {
            ...sizes,
            status: 401,
            statusText: 'Unauthorized',
            httpVersion: 'unknown',
            cookies: [],
            headers: [
              { name: 'content-type', value: 'application/json' },
              { name: 'x-request-id', value: 'req-7f3a' },
            ],
            content: {
              size: 80,
              mimeType: 'application/json',
              text: '{"error":{"type":"invalid_request_error","message":"Invalid ephemeral token"}}',
              comment: 'Secrets are replaced.',
            },
            redirectURL: '',
            comment: '401 invalid_request_error "Invalid ephemeral token"',
          },
        },
      ],
      comment:
        'Secrets are replaced by pseudonyms such as token#1. A HAR holds no ICE, SDP or data channel events: the recording does.',
    },
  });
});

test('a request without a response has status 0 and says why', () => {
  const [entry] = toHar(unanswered).log.entries;
  expect(entry).toMatchObject({
    time: 100,
    timings: { ...timings, wait: 100, receive: 0 },
    request: { bodySize: 0, headersSize: -1 },
  });
  expect(entry?.request).not.toHaveProperty('postData');
  expect(entry?.response).toEqual({
    ...sizes,
    status: 0,
    statusText: '',
    httpVersion: 'unknown',
    cookies: [],
    headers: [],
    content: { size: 0, mimeType: 'x-unknown' },
    redirectURL: '',
    _error: 'no response: TypeError "Failed to fetch"',
  });
  const [pending] = toHar(recorded(request('calls'))).log.entries;
  expect(pending).toMatchObject({ time: 0, response: { _error: 'no response was recorded' } });
});

test('the page has the name that the user gave, or that of its URL, or none', () => {
  expect(toHar({ ...unanswered, name: 'Mine' }).log.pages[0]?.title).toBe('Mine');
  expect(toHar(recordingOf([])).log.pages[0]?.title).toBe('WebRTC session');
});

test('times are never negative', () => {
  expect(timesOf(request('calls'), response(200, { headersAfter: 20, took: 25 }))).toEqual({
    time: 25,
    wait: 20,
    receive: 5,
  });
  expect(timesOf(request('calls'), response(200, { headersAfter: 20, took: 5 }))).toEqual({
    time: 20,
    wait: 20,
    receive: 0,
  });
  const error = restError('calls', { reason: 'unreachable', error: { name: 'TypeError', message: '' } });
  expect(timesOf(request('calls', { at: 100 }), { ...error, at: 90 })).toEqual({
    time: 0,
    wait: 0,
    receive: 0,
  });
});

test('cookies are taken out of their headers', () => {
  const sent = { ...request('calls', { body: 'é' }), headers: { Cookie: 'a=1; b=2=3; ;c' } } as Literal;
  const headers = { 'Set-Cookie': 'd=4; Path=/; HttpOnly', Location: '/login' };
  const [entry] = toHar(recorded(sent, response(302, { headers }))).log.entries;
  expect(entry?.request).toMatchObject({
    cookies: [
      { name: 'a', value: '1' },
      { name: 'b', value: '2=3' },
      { name: 'c', value: '' },
    ],
    postData: { mimeType: 'text/plain;charset=UTF-8', text: 'é' },
    bodySize: 2,
  });
  expect(entry?.response).toMatchObject({
    cookies: [{ name: 'd', value: '4' }],
    redirectURL: '/login',
    content: { mimeType: 'x-unknown' },
  });
  expect(entry?.response).not.toHaveProperty('comment');
});

test.each([
  [60_000, 60_001, 'The beginning of the body, secrets replaced.'],
  [60_000, 60_000, 'Secrets are replaced.'],
  // Shorter than what is kept: pseudonyms are shorter than what they stand for.
  [59_999, 70_000, 'Secrets are replaced.'],
  [61_000, 60_500, 'Secrets are replaced.'],
])('of a body of which %d characters are kept, of %d bytes, that is said', (kept, bodyBytes, comment) => {
  const reply = response(200, { body: 'x'.repeat(kept), bodyBytes });
  const [entry] = toHar(recorded(request('calls'), reply)).log.entries;
  expect(entry?.response.content).toMatchObject({ size: bodyBytes, comment });
});

test.each([
  [
    '?q=%E0%A4&&flag#top?no=1',
    [
      { name: 'q', value: '%E0%A4' },
      { name: 'flag', value: '' },
    ],
  ],
  ['?a=b=c', [{ name: 'a', value: 'b=c' }]],
  ['?a=b?c', [{ name: 'a', value: 'b?c' }]],
  ['?=b', [{ name: '', value: 'b' }]],
  ['#top?no=1', []],
  ['', []],
])('the query of %s is read, what cannot be decoded stays as it is', (query, queryString) => {
  const har = toHar(recorded(request('calls', { url: `https://a.example/${query}` })));
  expect(har.log.entries[0]?.request.queryString).toEqual(queryString);
});

test.each([
  ['https://a.example/é <b>%zz', 'https://a.example/%C3%A9%20%3Cb%3E%25zz'],
  ['https://a.example/%41%4 %4g', 'https://a.example/%41%254%20%254g'],
  [`a1+.-:~_[]@!$&'()*,;=?#`, `a1+.-:~_[]@!$&'()*,;=?#`],
  ['nowhere', 'about:invalid?nowhere'],
  ['1a:b', 'about:invalid?1a:b'],
  ['a/b:c', 'about:invalid?a/b:c'],
])('%s is written as the URI %s', (url, uri) => {
  expect(toHar(recorded(request('calls', { url }))).log.entries[0]?.request.url).toBe(uri);
});
