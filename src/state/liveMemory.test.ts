import { expect, test } from 'vitest';
import { recallLive, rememberLive } from './liveMemory.ts';

function memory(kept?: string) {
  const values = new Map(kept === undefined ? [] : [['live', kept]]);
  return {
    values,
    read: (key: string) => values.get(key),
    write: (key: string, value: string) => void values.set(key, value),
  };
}

test('settings and limits come back as the query of a link', () => {
  const preferences = memory();
  rememberLive(
    {
      settings: { sessionEndpoint: 'https://app.example/api', relay: true },
      limits: { call: 5_000 },
      switches: {},
    },
    [],
    preferences,
  );
  expect(Object.fromEntries(recallLive(preferences))).toEqual({
    sessionEndpoint: 'https://app.example/api',
    relay: '1',
    'limit.call': '5000',
  });
});

test('what is refused, or may hold a secret, is not kept', () => {
  const preferences = memory();
  rememberLive(
    {
      settings: {
        sessionEndpoint: 'https://me:pw@app.example/',
        sessionHeaders: 'authorization: Bearer abc',
        sessionBody: '{"password":"abc"}',
        voice: 'alloy2',
      },
      limits: {},
      switches: {},
    },
    ['sessionEndpoint'],
    preferences,
  );
  expect(preferences.values.get('live')).toBe('?voice=alloy2');
});

test('what an earlier version kept and this one does not know is left out', () => {
  expect([...recallLive(memory('?gone=1&temperature=warm&voice=x'))]).toEqual([['voice', 'x']]);
});
