import { expect, test } from 'vitest';
import { clocksOf } from './browserClocks.ts';

test('the browser is read from the user agent, a headless one too', () => {
  expect(clocksOf('Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0').server).toBe(
    11_100,
  );
  expect(clocksOf('Mozilla/5.0 AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36').server).toBe(39_900);
  expect(clocksOf('Mozilla/5.0 AppleWebKit/537.36 HeadlessChrome/156.0.0.0 Safari/537.36').checks).toBe(
    15_100,
  );
});

test('of an unknown browser no clock is known', () => {
  expect(clocksOf('Mozilla/5.0 (Macintosh) Version/26.0 Safari/605.1.15').server).toBeUndefined();
});
