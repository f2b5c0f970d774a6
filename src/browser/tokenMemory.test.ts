import { expect, test } from 'vitest';
import { createTokenMemory, type RememberedUse } from './tokenMemory.ts';

const day = 24 * 60 * 60 * 1000;
const use: RememberedUse = { endpoint: 'calls', at: 1000, status: 200 };

function storageOf(kept = new Map<string, string>()) {
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    removeItem: (key: string) => void kept.delete(key),
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

function memoryOf({ storage = storageOf(), now = 1000 } = {}) {
  return createTokenMemory({ storage: () => storage, crypto, now: () => now });
}

test('a use is recalled for its own token only', async () => {
  const memory = memoryOf();
  await memory.remember('one', use);
  expect(await memory.recall('one')).toEqual([use]);
  expect(await memory.recall('two')).toEqual([]);
});

test('another tab recalls it too, and neither finds the token in the storage', async () => {
  const kept = new Map<string, string>();
  const [here, there] = [memoryOf({ storage: storageOf(kept) }), memoryOf({ storage: storageOf(kept) })];
  await here.recall('secret-token');
  await there.remember('secret-token', use);
  expect(await here.recall('secret-token')).toEqual([use]);
  expect([...kept.values()].join()).not.toContain('secret-token');
});

test('the same token has another hash on another origin', async () => {
  const hashes = await Promise.all(
    [new Map<string, string>(), new Map<string, string>()].map(async (kept) => {
      await memoryOf({ storage: storageOf(kept) }).remember('one', use);
      return /"hash":"(\w{64})"/.exec([...kept.values()].join())?.[1];
    }),
  );
  expect(hashes[0]).toMatch(/^\w{64}$/);
  expect(hashes[0]).not.toBe(hashes[1]);
});

test('a use is forgotten after a day', async () => {
  const kept = new Map<string, string>();
  await memoryOf({ storage: storageOf(kept), now: 1000 }).remember('one', use);
  expect(await memoryOf({ storage: storageOf(kept), now: day + 1000 }).recall('one')).toEqual([use]);
  expect(await memoryOf({ storage: storageOf(kept), now: day + 1001 }).recall('one')).toEqual([]);
});

test('no more than 200 uses are kept', async () => {
  const memory = memoryOf();
  for (let count = 0; count < 203; count += 1) await memory.remember('one', { ...use, status: count });
  const uses = await memory.recall('one');
  expect(uses.length).toBe(200);
  expect(uses[0]?.status).toBe(3);
});

test('where storage is refused it remembers all the same, and tells so once', async () => {
  const memory = createTokenMemory({
    storage: () => {
      throw new DOMException('denied', 'SecurityError');
    },
    crypto,
    now: () => 1000,
  });
  await memory.remember('one', use);
  expect(await memory.recall('one')).toEqual([use]);
  expect(memory.takeRefusal()).toBe(
    'which tokens were used (SecurityError); they are remembered until this page is closed',
  );
  expect(memory.takeRefusal()).toBeUndefined();
});

test('on an insecure origin it remembers without storage, and tells so', async () => {
  const kept = new Map<string, string>();
  const memory = createTokenMemory({
    storage: () => storageOf(kept),
    crypto: { getRandomValues: (array: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(array) },
    now: () => 1000,
  });
  await memory.remember('one', use);
  expect(await memory.recall('one')).toEqual([use]);
  expect(kept.size).toBe(0);
  expect(memory.takeRefusal()).toContain('secure context');
});

test('storage that holds something else is begun anew', async () => {
  const kept = new Map([['session-debugger.token-uses', '{"salt":1}']]);
  const memory = memoryOf({ storage: storageOf(kept) });
  await memory.remember('one', use);
  expect(await memory.recall('one')).toEqual([use]);
  expect(memory.takeRefusal()).toBeUndefined();
});
