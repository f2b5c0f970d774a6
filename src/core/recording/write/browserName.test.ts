import { expect, test } from 'vitest';
import { browserName } from './browserName.ts';

const chrome = 'Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

test.each([
  [chrome, 'Chrome', '156.0.0.0'],
  [chrome.replace('Chrome', 'HeadlessChrome'), 'Chrome', '156.0.0.0'],
  [`${chrome} Edg/156.0.1.2`, 'Edg', '156.0.1.2'],
  [`${chrome} OPR/130.0`, 'OPR', '130.0'],
  ['Chromium/156.0 Chrome/156.0', 'Chromium', '156.0'],
  ['Mozilla/5.0 (Macintosh) Version/26.0 Safari/605.1.15', 'Safari', '605.1.15'],
  ['Mozilla/5.0 (X11; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox', '153.0'],
  [`Firefox/${'1'.repeat(50)}`, 'Firefox', '1'.repeat(40)],
  ['NotFirefox/1.0', 'unknown', 'unknown'],
  ['Firefox', 'unknown', 'unknown'],
  ['', 'unknown', 'unknown'],
])('%s', (userAgent, name, version) => {
  expect(browserName(userAgent)).toEqual({ name, version });
});
