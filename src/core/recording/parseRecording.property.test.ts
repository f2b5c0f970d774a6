import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { advise, diagnose, foresee } from '../diagnosis/diagnose.ts';
import { sdkView } from '../sdk/sdkView.ts';
import { describe, levelOf } from '../session/describe.ts';
import { parseFilter } from '../session/filter.ts';
import { isObject } from '../session/foreignJson.ts';
import { summarise } from '../session/summarise.ts';
import { anonymise } from './anonymise.ts';
import { createRecording } from './createRecording.ts';
import { fileName } from './fileName.ts';
import { parseRecording } from './parseRecording.ts';
import { sampleLogs } from './testing/sampleLogs.ts';

/** Longer than any file of this size may take on a busy machine, ms: what hangs takes for ever. */
const patience = 5_000;

const canary = 'sk_orga_ai_CANARY7f3a9c2e51d84b60a7';
const inBase64 = 'c2tfb3JnYV9haV9DQU5BUlk3ZjNhOWMyZTUxZDg0YjYwYTc=';

const files: readonly unknown[] = Object.values(sampleLogs).map((log, index) => {
  const series = {
    capacity: 4,
    stride: 1,
    added: 1,
    times: [5],
    columns: { rtt: { from: [0], values: [7] } },
  };
  const parts = { log, series, diagnoses: diagnose(log), product: '0.2.0', id: `r${index}`, name: 'x' };
  return JSON.parse(JSON.stringify(createRecording(parts))) as unknown;
});

/** By their index, so that a counterexample can be printed. */
const hostile: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.5,
  1e308,
  -1e308,
  1e15,
  2 ** 53,
  '',
  ' ',
  '\0',
  '\uD800',
  'null',
  '__proto__',
  [],
  {},
  'constructor',
  `Bearer ${canary}`,
  inBase64,
  `{"token":"${canary}"}`,
  '<script>alert(1)</script>',
  '9'.repeat(400),
  'x'.repeat(300_000),
  '%'.repeat(3_000),
  '\\"'.repeat(3_000),
  'a@'.repeat(3_000),
  '1.2.3.4.'.repeat(2_000),
  ':'.repeat(5_000),
  'candidate:'.repeat(500),
  'https://'.repeat(500),
  JSON.parse('['.repeat(3_000) + ']'.repeat(3_000)) as unknown,
  JSON.parse('{"__proto__":{"polluted":1}}') as unknown,
  JSON.parse(`${'{"cause":'.repeat(3_000)}1${'}'.repeat(3_000)}`) as unknown,
];

interface Change {
  readonly how: 'replace' | 'remove' | 'double' | 'add';
  /** which of all members, as a fraction */
  readonly at: number;
  readonly value: { readonly hostile: number } | { readonly json: unknown };
}

const change: fc.Arbitrary<Change> = fc.record({
  how: fc.constantFrom('replace', 'replace', 'remove', 'double', 'add'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  value: fc.oneof(
    fc.record({ hostile: fc.nat({ max: hostile.length - 1 }) }),
    fc.record({ json: fc.jsonValue({ maxDepth: 3 }) }),
  ),
});

/** The file with some of its members, at any depth, replaced, removed, doubled or joined by others. */
function changed(file: unknown, changes: readonly Change[]): unknown {
  const copy = fresh(file);
  for (const { how, at, value: given } of changes) {
    const value = fresh('json' in given ? given.json : hostile[given.hostile]);
    const places: { readonly holder: Record<string, unknown> | unknown[]; readonly key: string }[] = [];
    collect(copy, places, 0);
    const place = places[Math.min(places.length - 1, Math.floor(at * places.length))];
    if (place === undefined) continue;
    const { holder, key } = place;
    if (Array.isArray(holder)) {
      const insertion = how === 'double' ? [fresh(holder[Number(key)])] : [value];
      holder.splice(
        Number(key),
        how === 'replace' || how === 'remove' ? 1 : 0,
        ...(how === 'remove' ? [] : insertion),
      );
    } else if (how === 'remove') Reflect.deleteProperty(holder, key);
    else Reflect.set(holder, how === 'add' ? `${key}2` : key, value);
  }
  return copy;
}

/** structuredClone overflows where JSON does not. */
function fresh(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value) ?? 'null') as unknown;
}

function collect(
  value: unknown,
  places: { holder: Record<string, unknown> | unknown[]; key: string }[],
  depth: number,
): void {
  if (depth > 12) return;
  if (!Array.isArray(value) && !isObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    places.push({ holder: value, key });
    collect(member, places, depth + 1);
  }
}

/** Few where the seed is fixed (`npm test`), many where it is fresh (`npm run test:long`). */
const rounds = Number(
  process.env['FUZZ_ROUNDS'] ?? (fc.readConfigureGlobal().seed === undefined ? 10_000 : 300),
);

test('no mutated file hangs or throws, and what opens can be shown, sent and opened again', () => {
  const file = fc.tuple(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 6 }));
  const property = fc.property(file, ([given, changes]) => {
    const began = process.cpuUsage().user;
    const reading = parseRecording(changed(given, changes));
    if (reading.ok) use(reading.recording);
    expect(reading.ok || /\w.*\.$/.test(reading.problem)).toBe(true);
    const said = JSON.stringify(reading);
    expect(said).not.toContain('CANARY');
    expect(said).not.toContain(inBase64);
    expect('polluted' in {}).toBe(false);
    expect((process.cpuUsage().user - began) / 1000).toBeLessThan(patience);
  });
  fc.assert(property, { numRuns: rounds });
}, 600_000);

function use(recording: ReturnType<typeof createRecording>): void {
  const { log } = recording;
  const ids = new Set(log.map(({ id }) => id));
  expect(ids.size).toBe(log.length);
  summarise(log);
  sdkView(log);
  for (const judge of [diagnose, foresee, advise]) {
    for (const { evidence } of judge(log)) {
      for (const { entry } of evidence) expect(ids).toContain(entry);
    }
  }
  const { matches } = parseFilter('-zzz status:4xx step:call');
  for (const entry of log) {
    expect(describe(entry) + levelOf(entry)).not.toBe('');
    matches(entry);
  }
  expect(fileName(recording, 'json.gz')).toMatch(/^[A-Za-z0-9.-]{1,200}$/);
  const anonymous = anonymise(recording, { keep: [] }).recording;
  expect(anonymous.log).toHaveLength(log.length);
  // What was read once is read again as it is.
  expect(parseRecording(JSON.parse(JSON.stringify(recording)))).toMatchObject({ ok: true, recording });
}
