import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCandidate } from './candidate.ts';

test('a candidate as browsers write it is read', () => {
  const text =
    'candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx raddr 10.0.0.17 rport 46154 generation 0 ufrag EEtu network-cost 999';
  expect(parseCandidate(text)).toEqual({
    ok: true,
    candidate: {
      foundation: '842163049',
      component: 1,
      transport: 'udp',
      priority: 1677729535,
      address: '203.0.113.7',
      port: 46154,
      type: 'srflx',
      relatedAddress: '10.0.0.17',
      relatedPort: 46154,
      ufrag: 'EEtu',
      extensions: [
        ['generation', '0'],
        ['network-cost', '999'],
      ],
    },
  });
});

test('prefixes, case and white space do not matter', () => {
  const plain = parseCandidate('1 1 udp 2 a.local 5000 typ host');
  expect(parseCandidate('a=candidate:1 1 UDP 2 a.local 5000  TYP HOST \r\n')).toEqual(plain);
  expect(parseCandidate('candidate:1 1 tcp 2 ::1 9 typ host tcptype active')).toMatchObject({
    candidate: { transport: 'tcp', address: '::1', tcpType: 'active' },
  });
});

test('a port of 65535 is one, numbers have ten digits at most, and pairs may lack what we know', () => {
  expect(parseCandidate('1 1 udp 9999999999 a 65535 typ host rport x raddr')).toEqual({
    ok: true,
    candidate: {
      foundation: '1',
      component: 1,
      transport: 'udp',
      priority: 9_999_999_999,
      address: 'a',
      port: 65_535,
      type: 'host',
      relatedAddress: '',
      extensions: [['rport', 'x']],
    },
  });
  expect(parseCandidate('1 1 udp 2 a 5 typ host')).toMatchObject({ candidate: { extensions: [] } });
  expect(parseCandidate('1 1 udp 2 a 5 typ host  x\ty  z')).toMatchObject({
    candidate: {
      extensions: [
        ['x', 'y'],
        ['z', ''],
      ],
    },
  });
});

test.each([
  ['', 'The candidate is empty.'],
  [' a=candidate: ', 'The candidate is empty.'],
  ['a=', 'The candidate is empty.'],
  ['1 1 udp 2 a 5 typ', 'A candidate is "foundation component transport priority address port typ type".'],
  ['1 1 udp 2 a 65536 typ host', 'The port of the candidate is not a valid number: "65536".'],
  ['1 1 udp 2 a 5x typ host', 'The port of the candidate is not a valid number: "5x".'],
  ['1 1 udp 12345678901 a 5 typ host', 'The priority of the candidate is not a valid number: "12345678901".'],
  ['candidate:', 'The candidate is empty.'],
  ['1 1 udp 2 a', 'A candidate is "foundation component transport priority address port typ type".'],
  [
    '1 1 udp 2 a 5 type host',
    'A candidate is "foundation component transport priority address port typ type".',
  ],
  ['1 x udp 2 a 5 typ host', 'The component of the candidate is not a valid number: "x".'],
  ['1 1 udp -2 a 5 typ host', 'The priority of the candidate is not a valid number: "-2".'],
  ['1 1 udp 2 a 70000 typ host', 'The port of the candidate is not a valid number: "70000".'],
])('%j is refused with a reason', (text, problem) => {
  expect(parseCandidate(text)).toEqual({ ok: false, problem });
});

test('any text is read without an exception', () => {
  const word = fc.constantFrom('1', 'udp', 'typ', 'host', 'raddr', '', 'a', '::');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join(' ')),
      ),
      (text) => {
        expect(typeof parseCandidate(text).ok).toBe('boolean');
      },
    ),
  );
});
