import { expect, test } from 'vitest';
import { createFindingList, type LintFinding } from './lintFinding.ts';

function finding(facts: Partial<LintFinding> = {}): LintFinding {
  return {
    rule: 'mid',
    side: 'answer',
    line: 1,
    text: '',
    title: 'title',
    cause: 'cause',
    fix: 'fix',
    severity: 'error',
    source: 'RFC',
    ...facts,
  };
}

function listOf(...findings: readonly LintFinding[]): readonly LintFinding[] {
  const list = createFindingList();
  for (const each of findings) list.add(each);
  return list.list();
}

const many = (count: number, facts: Partial<LintFinding> = {}) =>
  Array.from({ length: count }, (_, index) => finding({ line: index + 1, ...facts }));

test('a finding is kept as it is', () => {
  expect(listOf(finding({ section: 2, text: 'a=mid:0' }))).toEqual([
    finding({ section: 2, text: 'a=mid:0' }),
  ]);
  expect(listOf()).toEqual([]);
});

test('servers come first, then the offer, then the answer; in each the lines, in a line the gravest', () => {
  const rows = listOf(
    finding({ side: 'answer', line: 1 }),
    finding({ side: 'offer', line: 10, severity: 'error' }),
    finding({ side: 'offer', line: 9, severity: 'info' }),
    finding({ side: 'offer', line: 9, severity: 'error' }),
    finding({ side: 'offer', line: 9, severity: 'warning' }),
    finding({ side: 'servers', line: 0, severity: 'info' }),
    finding({ side: 'offer', line: 9, severity: 'error', rule: 'later' }),
  );
  expect(rows.map(({ side, line, severity, rule }) => `${side} ${line} ${severity} ${rule}`)).toEqual([
    'servers 0 info mid',
    'offer 9 error mid',
    'offer 9 error later',
    'offer 9 warning mid',
    'offer 9 info mid',
    'offer 10 error mid',
    'answer 1 error mid',
  ]);
});

test('of one rule 50 are kept on each side, the others counted', () => {
  expect(listOf(...many(50))).toHaveLength(50);
  const list = listOf(...many(51), ...many(51, { side: 'offer' }), ...many(3, { rule: 'setup' }));
  expect(list).toHaveLength(104);
  expect(list.at(-1)).toEqual({
    rule: 'more',
    side: 'answer',
    line: 0,
    text: '',
    title: '… and 2 more',
    cause: 'The list is kept short; the others are of the same kinds.',
    fix: 'Fix those shown and look again.',
    severity: 'info',
    source: 'this debugger',
  });
  expect(listOf(...many(1_234, { side: 'offer' })).at(-1)).toMatchObject({
    side: 'offer',
    title: '… and 1,184 more',
  });
});

test('200 are kept in all, the gravest, and the last one counts the others', () => {
  const rules = (count: number, severity: LintFinding['severity']) =>
    Array.from({ length: count }, (_, index) => finding({ rule: `rule ${index}`, severity }));
  expect(listOf(...rules(200, 'info'))).toHaveLength(200);
  expect(listOf(...rules(200, 'info')).at(-1)?.rule).toBe('rule 199');
  const list = listOf(
    ...rules(150, 'info'),
    ...rules(51, 'error').map((each) => ({ ...each, side: 'offer' }) as const),
  );
  expect(list).toHaveLength(200);
  expect(list.filter(({ severity }) => severity === 'error')).toHaveLength(51);
  expect(list.at(-1)).toMatchObject({ rule: 'more', title: '… and 2 more' });
});

test('a password is not shown, a long line only as far as 160 characters', () => {
  const shown = (text: string) => listOf(finding({ text }))[0]?.text;
  expect(shown('a=ice-pwd:x')).toBe('a=ice-pwd:…');
  expect(shown(`a=ice-pwd:${'x'.repeat(300)}`)).toBe('a=ice-pwd:…');
  expect(shown('a=ice-pwd:')).toBe('a=ice-pwd:');
  expect(shown('a=x:a=ice-pwd:')).toBe('a=x:a=ice-pwd:');
  expect(shown('x'.repeat(160))).toBe('x'.repeat(160));
  expect(shown('x'.repeat(161))).toBe(`${'x'.repeat(159)}…`);
});
