import { expect, test } from 'vitest';
import type { CatalogueRow } from '../../core/catalogue/catalogueRow.ts';
import { docsGroups } from './docsGroups.ts';

const row = (code: string, origin: CatalogueRow['origin'] = 'debugger'): CatalogueRow => ({
  code,
  origin,
  title: `Title of ${code}`,
  cause: '',
  remedy: '',
  surfaces: [],
  statuses: [],
  variants: [],
});

test('each failure stands in the group where a session meets it', () => {
  const rows = [
    row('ice.unreachable'),
    row('ice.dns'),
    row('ice.add'),
    row('proxy.answered'),
    row('missing', 'specification'),
  ];
  expect(docsGroups(rows, '').map(({ title, entries }) => [title, entries.map(({ code }) => code)])).toEqual([
    ['The specification', ['missing']],
    ['Configuration and SDP', ['ice.add']],
    ['Gathering: STUN and TURN', ['ice.dns']],
    ['Connection and call', ['ice.unreachable']],
    ['Requests and settings', ['proxy.answered']],
  ]);
});

test('a search finds every word, wherever it stands', () => {
  expect(
    docsGroups([row('turn.auth'), row('turn.quota')], 'QUOTA title').flatMap(({ entries }) => entries),
  ).toEqual([row('turn.quota')]);
});
