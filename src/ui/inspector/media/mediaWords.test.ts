import { expect, test } from 'vitest';
import type { LogEntryOf } from '../../../core/session/log.ts';
import { refusalWords } from './mediaWords.ts';

const refused = (
  name: string,
  message: string,
  more: Partial<LogEntryOf<'media'>> = {},
): LogEntryOf<'media'> => ({
  id: 'e1',
  at: 0,
  attempt: 1,
  kind: 'media',
  device: 'microphone',
  event: 'refused',
  error: { name, message },
  ...more,
});

test('who refused is told apart: the visitor, the frame, the system', () => {
  expect(refusalWords(refused('NotAllowedError', 'Permission denied'))).toContain('address bar');
  expect(refusalWords(refused('NotAllowedError', 'Permission denied', { framed: true }))).toContain('allow=');
  expect(refusalWords(refused('NotAllowedError', 'Permission denied by system'))).toContain(
    'operating system',
  );
});

test('a constraint that cannot be met is named', () => {
  expect(refusalWords(refused('OverconstrainedError', '', { constraint: 'deviceId' }))).toContain('deviceId');
});

test('an unknown error still gets a sentence', () => {
  expect(refusalWords(refused('SomethingNew', ''))).toBe('The browser refused it.');
});
