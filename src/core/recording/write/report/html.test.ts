import { expect, test } from 'vitest';
import { hostileTexts } from '../testing/hostile.ts';
import { html, nothing, scriptJson } from './html.ts';
import { icon } from './icons.ts';

test('values are escaped, markup is not, and what is absent is nothing', () => {
  const items = [html`<li>${'a&b'}</li>`, html`<li>${2}</li>`];
  expect(html`<ul title="${`"it's"`}">${items}${undefined}${nothing}${'<b>'}</ul>`.markup).toBe(
    '<ul title="&quot;it&#39;s&quot;"><li>a&amp;b</li><li>2</li>&lt;b&gt;</ul>',
  );
  expect(html`${'a\u202eb'}`.markup).toBe('a⟨U+202E⟩b');
});

test('JSON in a script element ends nothing and hides nothing', () => {
  expect(scriptJson({ a: '</script><!--&\x7f\u2028\u061c' }).markup).toBe(
    String.raw`{"a":"\u003c/script\u003e\u003c!--\u0026\u007f\u2028\u061c"}`,
  );
  expect(JSON.parse(scriptJson(hostileTexts).markup)).toEqual(hostileTexts);
});

test('an icon is a drawing that is not read out', () => {
  expect(icon('check').markup).toBe(
    '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 8.5 6.5 12 13 4.5"/></svg>',
  );
});
