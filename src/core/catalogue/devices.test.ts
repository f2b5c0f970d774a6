import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { chromium, failedLog } from '../diagnosis/testing/literalConnection.ts';
import { ended, logOf, request, restError, verdict } from '../diagnosis/testing/literalLog.ts';
import { connected, failed, media, refused } from '../diagnosis/testing/literalMedia.ts';

const is = ([first]: ReturnType<typeof diagnose>) => first && `${first.code}/${first.variant}`;

test('a device that was refused matters only where the run failed of it, or goes on without it', () => {
  const entry = refused('NotFoundError', 'no');
  const log = failedLog(chromium, [entry], { reason: 'unsupported', missing: 'RTCPeerConnection' }, 'offer');
  expect(verdict(log)?.is).toBe('browser.no-webrtc/absent');
  expect(is(connected([entry, media('granted')]))).toBeUndefined();
  expect(is(connected([media('granted'), entry]))).toBe('media.notfound/none');
  expect(is(connected([entry, media('granted', { device: 'camera' })]))).toBe('media.notfound/none');
  expect(is(connected([media('refused', { device: 'camera' })]))).toBeUndefined();
  expect(is(connected([refused('NotFoundError', 'no', { device: 'playback' })]))).toBeUndefined();
  const elsewhere = logOf(
    'rest',
    entry,
    request('calls'),
    restError('calls', { reason: 'timeout', limit: 10_000, phase: 'headers' }),
    ...ended('call', 'e4'),
  );
  expect(diagnose(elsewhere).map(({ code }) => code)).not.toContain('media.notfound');
});

test('the failure of the run names the device and the error, whatever was refused before', () => {
  const before = refused('NotFoundError', 'microphone');
  expect(failed('permission', 'NotAllowedError', before)[0]?.cause).toMatch(
    /^The camera was refused: NotAllowedError, “no”\./,
  );
  expect(failed('device', 'NotFoundError', before)[0]?.cause).toMatch(
    /^The camera could not be had: NotFoundError, “no”\./,
  );
  expect(failed('device', 'NotFoundError', before)[0]?.evidence[0]?.entry).toBe('e2');
  expect(failed('device', 'NotFoundError', before, media('granted'))[0]?.evidence[0]?.entry).toBe('e4');
});

test.each([
  ['http://192.168.1.5/', true],
  ['HTTP://app.example:8080/x', true],
  ['http://user@app.example/', true],
  ['http://user@localhost/', false],
  ['http://u@x:y@localhost/', true],
  ['http://a/b@localhost', true],
  ['http://user:pw@localhost/', false],
  ['http://localhost', false],
  ['http://app.localhost:80/', false],
  ['http://localhost.example/', true],
  ['http://mylocalhost/', true],
  ['http://127.0.10.1/', false],
  ['http://127.0.0.1.example/', true],
  ['http://127.0.0/', true],
  ['http://[::1]:8080/', false],
  ['http://[::2]/', true],
  ['https://app.example/', false],
  ['file:///http://x/', false],
])('a page of %s wants for a secure context: %s', (pageUrl, insecure) => {
  const entry = refused('TypeError', 'navigator.mediaDevices is undefined');
  expect(is(connected([entry], { ...chromium, pageUrl }))).toBe(insecure ? 'ctx.insecure/origin' : undefined);
});

test('ctx.insecure of a device that was refused for another reason names that reason', () => {
  const run = { ...chromium, pageUrl: 'http://192.168.1.5/' };
  expect(is(connected([refused('NotFoundError', 'no')], run))).toBe('media.notfound/none');
  expect(is(connected([], run))).toBeUndefined();
});
