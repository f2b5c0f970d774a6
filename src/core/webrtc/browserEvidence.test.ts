import { expect, test } from 'vitest';
import { catalogue } from '../catalogue/index.ts';
import { browserOf, expected } from './browserEvidence.ts';
import { chromiumEvidence } from './evidence/chromium.ts';

const codes: readonly string[] = catalogue.map(({ code }) => code);

/** Named after what is seen, not after what happened: no browser has an evidence of its own for them. */
const without = ['sdp.rejected', 'cfg.refused', 'connection.unexplained', 'clock.sleep', 'clock.skew'];

test('every failure of devices, configuration, SDP, ICE, DTLS and channel has its evidence in both browsers', () => {
  const own = codes.filter(
    (code) =>
      /^(?:media|play|ctx|cfg|sdp|sig|ice|pc|turns?|gather|relay|net|dtls|dc|app|clock|connection)\./.test(
        code,
      ) && !without.includes(code),
  );
  expect(Object.keys(chromiumEvidence).toSorted()).toEqual(own.toSorted());
  for (const code of own) {
    expect(expected(code, 'chromium')?.sees, code).toMatch(/\w/);
    expect(expected(code, 'firefox')?.sees, code).toMatch(/\w/);
  }
});

test('the browsers differ where they were seen to differ', () => {
  expect(expected('ice.unreachable', 'chromium')).toMatchObject({
    iceConnectionState: 'disconnected',
    connectionState: 'failed',
    after: [15_000, 15_400],
  });
  expect(expected('ice.unreachable', 'firefox')).toMatchObject({
    iceConnectionState: 'failed',
    connectionState: 'failed',
    after: [11_000, 11_300],
  });
  expect(expected('turn.quota', 'chromium')?.candidateError?.errorCode).toBe(486);
  expect(expected('turn.quota', 'firefox')?.candidateError?.errorCode).toBe(401);
  expect(expected('ice.nocand', 'chromium')?.after).toBe('never');
});

test('other codes have none, nor has a name that every object has', () => {
  expect(expected('missing', 'chromium')).toBeUndefined();
  expect(expected('constructor', 'firefox')).toBeUndefined();
});

test('a user agent tells the browser', () => {
  expect(browserOf('Mozilla/5.0 (X11; rv:153.0) Gecko/20100101 Firefox/153.0')).toBe('firefox');
  expect(browserOf('Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36')).toBe('chromium');
  expect(browserOf('Mozilla/5.0 (Macintosh) Version/19.0 Safari/605.1.15')).toBeUndefined();
});
