import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test("the worker script in public is MSW's own (npm run worker)", () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  expect(read('public/simulated/mockServiceWorker.js')).toBe(
    read('node_modules/msw/lib/mockServiceWorker.js'),
  );
});
