import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPage, redirectTarget } from './page.ts';
import { optionsOf, readOptions } from './probe/probeOptions.ts';

test('any URL of the app has a page of this origin, and a redirect keeps its query and fragment', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('simulated', 'app', '', 'simulated/', 'ä', '%2f'), { maxLength: 4 }),
      fc.webQueryParameters(),
      fc.webFragments(),
      fc.constantFrom('', 'target=live&', 'target=watched&', 'target=&'),
      (folders, query, fragment, aim) => {
        const location = new URL(`https://a.test/${folders.join('/')}?${aim}${query}#${fragment}`);
        const { root, url } = readPage(location);
        expect([root.origin, url.origin]).toEqual(['https://a.test', 'https://a.test']);
        expect([root.pathname.at(-1), url.search, url.hash]).toEqual(['/', '', '']);
        const stays = url.href + location.search + location.hash;
        const target = redirectTarget(location) ?? stays;
        expect(target.endsWith(location.search + location.hash)).toBe(true);
        expect(new URL(target).origin).toBe('https://a.test');
      },
    ),
  );
});

test('options of the probe may be anything: what is of the wrong type is left out', () => {
  fc.assert(
    fc.property(
      fc.anything(),
      fc.record(
        {
          sessionEndpoint: fc.anything(),
          debuggerUrl: fc.anything(),
          badge: fc.anything(),
          limits: fc.anything(),
        },
        { requiredKeys: [] },
      ),
      (one, other) => {
        const { sessionEndpoints, limits } = readOptions(one, other);
        expect(sessionEndpoints.every((endpoint) => typeof endpoint === 'string')).toBe(true);
        expect(Object.values(limits).every((limit) => typeof limit === 'number')).toBe(true);
      },
    ),
  );
});

test('the attributes of the probe’s script may be any text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (src, sessionEndpoint, badge) => {
      const options = optionsOf({ src, dataset: { sessionEndpoint, badge, debugger: src } });
      expect(readOptions(options).sessionEndpoints).toEqual(sessionEndpoint.split(/\s+/).filter(Boolean));
    }),
  );
});
