import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { connectionEntries } from '../../diagnosis/testing/connectionEntries.ts';
import { logOf, request, response } from '../../diagnosis/testing/literalLog.ts';
import type { LogEntry } from '../../session/log.ts';
import { compareSessions } from './compareSessions.ts';

const hostile = fc.string({ maxLength: 40, unit: 'binary' });
const one = fc.oneof(
  fc.constantFrom(...connectionEntries),
  hostile.map((sdp) => ({ kind: 'description', side: 'remote', type: 'answer', sdp }) as const),
  hostile.map((body) => request('calls', { body })),
  hostile.map((text) => ({ kind: 'candidate', side: 'local', candidate: text }) as const),
  fc.integer({ min: 100, max: 599 }).map((status) => response(status, { step: 'call' })),
);
const someLog: fc.Arbitrary<readonly LogEntry[]> = fc
  .tuple(fc.boolean(), fc.array(one, { maxLength: 30 }))
  .map(([begins, entries]) => logOf('rest', ...entries).slice(begins ? 0 : 1));

test('any two logs can be compared, and exchanged sessions give exchanged sides', () => {
  fc.assert(
    fc.property(someLog, someLog, (left, right) => {
      const there = compareSessions({ log: left }, { log: right });
      const back = compareSessions({ log: right }, { log: left });
      expect(back.verdicts).toEqual({ left: there.verdicts.right, right: there.verdicts.left });
      expect(back.first?.weight).toBe(there.first?.weight);
      expect(back.first?.step).toBe(there.first?.step);
      for (const part of ['parameters', 'servers', 'candidates', 'pairs', 'channel'] as const) {
        expect(back[part].map(({ name, text, differs }) => [name, text.right, text.left, differs])).toEqual(
          there[part].map(({ name, text, differs }) => [name, text.left, text.right, differs]),
        );
      }
      expect(back.steps.map(({ ratio, took }) => [ratio, took.right])).toEqual(
        there.steps.map(({ ratio, took }) => [ratio, took.left]),
      );
    }),
  );
});
