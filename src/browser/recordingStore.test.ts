import * as fake from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openRecordingDatabase } from './recordingDatabase.ts';
import { storageTrouble } from './recordingSchema.ts';
import { createRecordingStore } from './recordingStore.ts';

let now = 0;
/** Names of the locks that are held, by all tabs. */
let held: Set<string>;
let listeners: Set<() => void>;

beforeEach(() => {
  now = 1_000_000;
  held = new Set();
  listeners = new Set();
  for (const [name, value] of Object.entries(fake)) vi.stubGlobal(name, value);
  vi.stubGlobal('indexedDB', new fake.IDBFactory());
});

afterEach(() => vi.restoreAllMocks());

function tab() {
  return createRecordingStore({
    now: () => now,
    locks: {
      query: async () => ({ held: Array.from(held, (name) => ({ name })), pending: [] }),
      request: async (name: string, hold: unknown) => {
        held.add(name);
        await (hold as () => Promise<unknown>)();
        held.delete(name);
      },
    },
    channel: {
      postMessage: () => listeners.forEach((listener) => listener()),
      addEventListener: (_: string, listener: unknown) => void listeners.add(listener as () => void),
      removeEventListener: (_: string, listener: unknown) => void listeners.delete(listener as () => void),
    },
  });
}

const head = (id: string, startedAt = 1) =>
  ({
    format: 'webrtc-session-recording',
    version: 1,
    product: '0.1.0',
    source: 'debugger',
    id,
    startedAt,
    userAgent: 'test',
  }) as const;
const facts = { target: 'simulated', outcome: 'running', duration: 5 } as const;
const batch = (entries: string, count = 1) => ({ entries, count, facts });
const failed = { entries: '', count: 0, facts: { ...facts, outcome: 'failed' as const } };

/** A run that has ended, as a tab leaves it. */
async function keep(store: ReturnType<typeof tab>, id: string, startedAt: number): Promise<void> {
  const writer = await store.begin(head(id, startedAt));
  await writer.append({ ...batch('{"id":"e1"}'), facts: { ...facts, outcome: 'failed' } });
  writer.close();
}

const ids = async (store: ReturnType<typeof tab>) => (await store.list()).map(({ id }) => id);
async function logOf(store: ReturnType<typeof tab>, id: string): Promise<unknown> {
  const recording: unknown = JSON.parse(await (await store.read(id)).text());
  return (recording as { readonly log: unknown }).log;
}
const closed = () => new Promise((resolve) => setTimeout(resolve));

test('what was appended in batches is one recording, in order', async () => {
  const store = tab();
  const writer = await store.begin(head('a'));
  await writer.append(batch('{"id":"e1"},{"id":"e2"}', 2));
  await writer.append({ ...batch('{"id":"e3"}'), series: '{"capacity":4}' });
  await writer.append({ ...batch('', 0), series: '{"capacity":8}' });
  expect(JSON.parse(await (await store.read('a')).text())).toEqual({
    ...head('a'),
    log: [{ id: 'e1' }, { id: 'e2' }, { id: 'e3' }],
    series: { capacity: 8 },
  });
  expect((await store.list())[0]).toMatchObject({ entries: 3, bytes: 48, duration: 5, state: 'recording' });
});

test('an opened recording that is kept is there whole, pinned, and stays when runs come', async () => {
  const store = tab();
  const entry = { id: 'e1', at: 3, attempt: 1, kind: 'note', topic: 'carried', what: 'x' } as const;
  const opened = {
    ...head('old', 1),
    verdict: { code: 'ice.dns', certainty: 'proved', title: 'x' } as const,
    log: [entry, { ...entry, id: 'e2', at: 8 }],
    series: { capacity: 4, stride: 1, added: 1, times: [5], columns: {} },
  };
  await store.keep(opened);
  await store.keep(opened);
  expect(JSON.parse(await (await store.read('old')).text())).toEqual(opened);
  expect(await store.list()).toMatchObject([
    { id: 'old', pinned: true, entries: 2, duration: 5, verdict: { code: 'ice.dns' } },
  ]);
  for (let index = 1; index <= 50; index += 1) await keep(store, `r${index}`, index + 1);
  expect(await ids(store)).toContain('old');
  await store.remove('old');
  await store.keep(opened);
  expect(await logOf(store, 'old')).toEqual(opened.log);
});

test('one that is kept long is not cut off at a chunk', async () => {
  const store = tab();
  const log = Array.from({ length: 5_001 }, (_, at) => ({
    id: `e${at}`,
    at,
    attempt: 1,
    kind: 'note' as const,
    topic: 'carried' as const,
    what: 'x',
  }));
  await store.keep({ ...head('long'), log });
  expect(await logOf(store, 'long')).toEqual(log);
});

test('a recording of which nothing is stored yet can be read', async () => {
  const store = tab();
  await store.begin(head('a'));
  expect(JSON.parse(await (await store.read('a')).text())).toMatchObject({ id: 'a', log: [] });
});

test('a run whose tab died is broken off, one that failed has ended', async () => {
  const store = tab();
  await (await store.begin(head('dead', 1))).append(batch('{}'));
  await (await store.begin(head('over', 2))).append(failed);
  held.clear();
  expect((await store.list()).map(({ id, state }) => [id, state])).toEqual([
    ['over', 'ended'],
    ['dead', 'broken-off'],
  ]);
});

test('without locks a run is broken off once nobody has written it for a minute', async () => {
  const store = createRecordingStore({ now: () => now, locks: undefined, channel: undefined });
  await store.begin(head('a'));
  now += 59_000;
  expect((await store.list())[0]?.state).toBe('recording');
  now += 2_000;
  expect((await store.list())[0]?.state).toBe('broken-off');
});

test('the fifty-first takes the place of the oldest that is neither pinned nor being written', async () => {
  const store = tab();
  await store.begin(head('written', 0));
  for (let index = 1; index < 50; index += 1) await keep(store, `r${index}`, index);
  await store.pin('r1', true);
  expect(await ids(store)).toHaveLength(50);
  await store.begin(head('new', 100));
  const left = await ids(store);
  expect(left).toHaveLength(50);
  expect(left.slice(-3)).toEqual(['r3', 'r1', 'written']);
  await expect(store.read('r2')).rejects.toThrow('no longer stored');
});

test('a new run is kept where all others are pinned', async () => {
  const store = tab();
  for (let index = 0; index < 50; index += 1) {
    await keep(store, `r${index}`, index);
    await store.pin(`r${index}`, true);
  }
  await keep(store, 'new', 100);
  expect(await ids(store)).toHaveLength(51);
});

test('what is deleted comes back, for ten minutes', async () => {
  const store = tab();
  await keep(store, 'a', 1);
  await keep(store, 'b', 2);
  await store.remove('a');
  await store.remove('b');
  expect(await ids(store)).toEqual([]);
  await store.restore('a');
  expect(await ids(store)).toEqual(['a']);
  now += 600_001;
  await store.begin(head('c', 3));
  await expect(store.restore('b')).rejects.toThrow('no longer stored');
});

test('a name is given and taken away', async () => {
  const store = tab();
  await keep(store, 'a', 1);
  await store.rename('a', 'the bad one');
  expect((await store.list())[0]?.name).toBe('the bad one');
  await store.rename('a', undefined);
  expect((await store.list())[0]).not.toHaveProperty('name');
});

test('a full disk is said, and harms nothing that is stored', async () => {
  const store = tab();
  await keep(store, 'old', 1);
  const writer = await store.begin(head('a', 2));
  await writer.append(batch('{"id":"e1"}'));
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(writer.append(batch('{"id":"e2"}'))).rejects.toThrow('no room left');
  await expect(store.begin(head('b', 3))).rejects.toThrow('no room left');
  vi.restoreAllMocks();
  expect(await ids(store)).toEqual(['a', 'old']);
  expect(await logOf(store, 'a')).toEqual([{ id: 'e1' }]);
});

test('on a full disk, what was deleted makes room first', async () => {
  const store = tab();
  await keep(store, 'old', 1);
  await keep(store, 'gone', 2);
  await store.remove('gone');
  const put = IDBObjectStore.prototype.put;
  let refusals = 1;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (refusals-- > 0) throw new DOMException('full', 'QuotaExceededError');
    return Reflect.apply(put, this, args);
  });
  await store.begin(head('new', 3));
  expect(await ids(store)).toEqual(['new', 'old']);
  await expect(store.restore('gone')).rejects.toThrow('no longer stored');
});

test('storage that is refused is said in words', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  await expect(tab().list()).rejects.toThrow('refuses storage');
  await expect(tab().begin(head('a'))).rejects.toThrow('refuses storage');
  expect(held.size).toBe(0);
});

test('site data that are cleared under a run stop its recording, not the next one', async () => {
  const store = tab();
  const writer = await store.begin(head('a'));
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('session-debugger').onsuccess = resolve;
  });
  await expect(writer.append(batch('{}'))).rejects.toThrow('no longer stored');
  await keep(store, 'b', 2);
  expect(await ids(store)).toEqual(['b']);
});

test('a newer version in another tab is let through, and this one then says so', async () => {
  const store = tab();
  await keep(store, 'a', 1);
  await new Promise((resolve) => {
    indexedDB.open('session-debugger', 2).onsuccess = resolve;
  });
  await expect(store.list()).rejects.toThrow('newer version');
});

test('an older version that another tab does not let go is said at once, and harms nothing', async () => {
  await openRecordingDatabase({ onGone: () => {} });
  // A tab that is frozen does not hear that it is in the way.
  const raw = await new Promise<IDBDatabase>((resolve) => {
    const asked = indexedDB.open('session-debugger', 1);
    asked.onsuccess = () => resolve(asked.result);
  });
  const error = await openRecordingDatabase({ version: 2, onGone: () => {} }).catch((why: unknown) => why);
  expect(storageTrouble(error).message).toBe(
    'another tab still runs an older version of this page; close it, then reload this one',
  );
  expect(raw.objectStoreNames.contains('recordings')).toBe(true);
});

test('two tabs record at once, and each hears of the other', async () => {
  const [one, other] = [tab(), tab()];
  let heard = 0;
  one.onChange(() => (heard += 1));
  const writers = await Promise.all([one.begin(head('a', 1)), other.begin(head('b', 2))]);
  await Promise.all(writers.flatMap((writer) => [writer.append(batch('1')), writer.append(batch('2'))]));
  expect(await logOf(other, 'a')).toEqual([1, 2]);
  expect(await logOf(one, 'b')).toEqual([1, 2]);
  expect(heard).toBe(2);
  writers[1]?.close();
  await closed();
  expect([...held]).toEqual(['session-debugger.recording.a']);
});
