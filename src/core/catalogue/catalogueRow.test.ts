import { expect, test } from 'vitest';
import { catalogueRow } from './catalogueRow.ts';
import type { CatalogueEntry, Variant } from './entry.ts';

const variant: Variant = {
  title: 'One cause',
  actor: 'orga',
  specificity: 50,
  recognise: () => undefined,
};

const entry: CatalogueEntry = {
  code: 'a.code',
  origin: 'specification',
  title: 'A title',
  cause: 'A cause.',
  remedy: 'A remedy.',
  surfaces: [
    { step: 'token', statuses: [401, 403] },
    { step: 'ice-config', route: 'rest', statuses: [403, 'none'] },
    { step: 'token', route: 'backend', statuses: [401] },
  ],
  variants: {
    verdict: variant,
    advice: { ...variant, title: 'A remark', of: [] },
    both: { ...variant, actor: 'browser', of: ['connected'] },
  },
};

const row = {
  code: 'a.code',
  origin: 'specification',
  title: 'A title',
  cause: 'A cause.',
  remedy: 'A remedy.',
  surfaces: ['token', 'ice-config.rest', 'token.backend'],
  statuses: [401, 403, 'none'],
  variants: [
    { variant: 'verdict', title: 'One cause', actor: 'orga' },
    { variant: 'advice', title: 'A remark', actor: 'orga', advice: true },
    { variant: 'both', title: 'One cause', actor: 'browser' },
  ],
};

test('a row names route, each status once, and what is only a remark', () => {
  expect(catalogueRow(entry)).toEqual(row);
});

test('a row has the specification’s words and the discrepancies, without the variants that these are for', () => {
  const specification = { surfaces: 'REST', statuses: '401', description: 'No', recommendedAction: 'Yes' };
  const discrepancy = { topic: 'A topic', catalogue: 'Promised.', observed: 'Otherwise.' };
  const discrepancies = [{ ...discrepancy, variants: ['verdict'] }];
  expect(catalogueRow({ ...entry, specification, discrepancies })).toEqual({
    ...row,
    specification,
    discrepancies: [discrepancy],
  });
});
