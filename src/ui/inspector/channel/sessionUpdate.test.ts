import { expect, test } from 'vitest';
import { sessionUpdateText } from './sessionUpdate.ts';

test('an update is named by event and leaves empty instructions out', () => {
  const fields = { model: 'orga-1-beta', voice: 'alloy', temperature: 0, modalities: ['audio'] } as const;
  expect(JSON.parse(sessionUpdateText({ ...fields, instructions: '' }))).toEqual({
    event: 'session.update',
    data: { model: 'orga-1-beta', voice: 'alloy', temperature: 0, modalities: ['audio'] },
  });
  expect(sessionUpdateText({ ...fields, instructions: 'Be brief.' })).toContain(
    '"instructions": "Be brief."',
  );
});
