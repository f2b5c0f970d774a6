import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import {
  answerWith,
  candidateError,
  chromium,
  description,
  failedLog,
  goodOffer,
  iceFailedInChromium,
  servers,
  state,
} from '../diagnosis/testing/literalConnection.ts';
import type { LogEntry } from '../session/log.ts';
import { addressKind, isPrivateAddress, isUnspecified } from '../webrtc/address.ts';
import { lintSdp } from '../webrtc/lintSdp.ts';
import { anonymise } from './anonymise.ts';
import { createRecording } from './createRecording.ts';

const ipv4 = fc.oneof(
  fc.ipV4(),
  fc
    .constantFrom('10.0.0.', '10.0.1.', '192.168.1.', '172.20.3.', '100.65.1.', '169.254.1.', '203.0.113.')
    .chain((network) => fc.integer({ min: 0, max: 255 }).map((host) => network + String(host))),
);
const ipv6 = fc.oneof(
  fc.ipV6(),
  fc
    .constantFrom('fe80::', 'fd12:3:4:5::', '2a02:1:2:3::')
    .chain((network) => fc.integer({ min: 1, max: 0xffff }).map((host) => network + host.toString(16))),
);
const hostName = fc.oneof(fc.domain(), fc.constantFrom('a.local', 'media.acme.dev', 'turn.orga-ai.com'));
const address = fc.oneof(ipv4, ipv6, hostName);

function logOf(addresses: readonly string[]): readonly LogEntry[] {
  const [first = '', ...others] = addresses;
  const bracketed = first.includes(':') ? `[${first}]` : first;
  return failedLog(
    chromium,
    [
      servers([`turn:${bracketed}:3478?transport=udp`]),
      description('local', goodOffer.replaceAll('192.168.1.2', others[0] ?? '192.168.1.2')),
      candidateError(`turn:${bracketed}:3478?transport=udp`, 701, `TURN host lookup of ${first}`),
      description(
        'remote',
        answerWith(...addresses.map((each, index) => `1 udp 1 ${each} ${index + 1024} typ host`)),
      ),
      state('ice', 'checking'),
    ],
    iceFailedInChromium,
  );
}

function anonymous(log: readonly LogEntry[]): readonly LogEntry[] {
  const recording = createRecording({ log, diagnoses: [], product: '0.2.0', id: 'r1' });
  return anonymise(recording, { keep: [] }).recording.log;
}

function answerOf(log: readonly LogEntry[]): string {
  const answer = log.find((entry) => entry.kind === 'description' && entry.side === 'remote');
  return answer?.kind === 'description' ? answer.sdp : '';
}

/** The connection-addresses of the answer's candidates, each as often as there are media sections. */
function addressesIn(log: readonly LogEntry[]): readonly string[] {
  return [...answerOf(log).matchAll(/^a=candidate:\S+ 1 udp 1 (\S+) \d+ typ host/gm)].map(
    ([, found = '']) => found,
  );
}

test('whatever addresses a log has, it is judged the same, and once is enough', () => {
  fc.assert(
    fc.property(fc.array(address, { minLength: 1, maxLength: 5 }), (addresses) => {
      const log = logOf(addresses);
      const once = anonymous(log);
      const codes = (entries: readonly LogEntry[]) =>
        diagnose(entries).map(({ code, variant, evidence }) => [
          code,
          variant,
          evidence.map((proof) => proof.entry),
        ]);
      expect(codes(once)).toEqual(codes(log));
      const rules = (entries: readonly LogEntry[]) =>
        lintSdp({ offer: undefined, answer: answerOf(entries) }).map(({ rule, severity, line }) => [
          rule,
          severity,
          line,
        ]);
      expect(rules(once)).toEqual(rules(log));
      expect(anonymous(once)).toEqual(once);
    }),
    { numRuns: 200 },
  );
});

test('pseudonyms keep what an address is, and who is whose neighbour', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(ipv4, ipv6), { minLength: 2, maxLength: 6 }), (addresses) => {
      const before = addressesIn(logOf(addresses));
      const after = addressesIn(anonymous(logOf(addresses)));
      expect(after.length).toBe(before.length);
      before.forEach((one, index) => {
        const stand = after[index] ?? '';
        expect([addressKind(stand), isPrivateAddress(stand), isUnspecified(stand)]).toEqual([
          addressKind(one),
          isPrivateAddress(one),
          isUnspecified(one),
        ]);
        before.forEach((other, place) => {
          if (addressKind(one) !== 'ipv4' || addressKind(other) !== 'ipv4') return;
          const network = (text: string) => text.split('.').slice(0, 3).join('.');
          const otherStand = after[place] ?? '';
          expect(stand === otherStand).toBe(one === other);
          expect(network(stand) === network(otherStand)).toBe(network(one) === network(other));
        });
      });
    }),
    { numRuns: 200 },
  );
});
