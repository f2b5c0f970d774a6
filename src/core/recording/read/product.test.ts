import { expect, test } from 'vitest';
import { productOf } from './product.ts';

test.each([
  ['Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36', 'Chrome 156'],
  ['Mozilla/5.0 (X11) HeadlessChrome/156.0 Safari/537.36', 'Chrome 156'],
  ['Mozilla/5.0 (Macintosh) Version/19.1 Safari/605.1.15', 'Safari 19'],
  ['Mozilla/5.0 (X11; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140'],
  ['Edg/140.0.3485', 'Edge 140'],
  ['OPR/120.0', 'OPR 120'],
  ['MyChrome/9', 'webrtc-internals'],
  ['Chrome/beta', 'webrtc-internals'],
  ['', 'webrtc-internals'],
])('%j was written by %s', (said, product) => {
  expect(productOf('webrtc-internals', said)).toBe(product);
});
