import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { offer, told } from '../testing/linted.ts';
import { answerLines, sdpText } from '../testing/literalSdp.ts';

const another = 'Pass the line on unchanged; otherwise the far end must write another.';
const refuses = 'Chromium refuses the whole description for it.';
const mayRefuse = 'A browser may leave it out or refuse the whole description.';

test.each([
  [
    'nonsense',
    'error',
    `A candidate is "foundation component transport priority address port typ type". ${refuses}`,
  ],
  [
    '1 1 udp 5 203.0.113.1 99999 typ host',
    'error',
    `The port of the candidate is not a valid number: "99999". ${refuses}`,
  ],
  ['', 'error', `The candidate is empty. ${refuses}`],
  [
    'a-b 1 udp 5 203.0.113.1 9000 typ host',
    'warning',
    `The foundation “a-b” is not 1 to 32 letters, digits, “+” or “/”. ${mayRefuse}`,
  ],
  [
    '-a 1 udp 5 203.0.113.1 9000 typ host',
    'warning',
    `The foundation “-a” is not 1 to 32 letters, digits, “+” or “/”. ${mayRefuse}`,
  ],
  [
    'a- 1 udp 5 203.0.113.1 9000 typ host',
    'warning',
    `The foundation “a-” is not 1 to 32 letters, digits, “+” or “/”. ${mayRefuse}`,
  ],
  [
    `${'x'.repeat(33)} 1 udp 5 203.0.113.1 9000 typ host`,
    'warning',
    `The foundation “${'x'.repeat(33)}” is not 1 to 32 letters, digits, “+” or “/”. ${mayRefuse}`,
  ],
  [
    '1 0 udp 5 203.0.113.1 9000 typ host',
    'warning',
    `The component 0 is not between 1 and 256. ${mayRefuse}`,
  ],
  [
    '1 257 udp 5 203.0.113.1 9000 typ host',
    'warning',
    `The component 257 is not between 1 and 256. ${mayRefuse}`,
  ],
  [
    '1 1 udp 0 203.0.113.1 9000 typ host',
    'warning',
    `The priority 0 is not between 1 and 2^31 − 1. ${mayRefuse}`,
  ],
  [
    '1 1 udp 2147483648 203.0.113.1 9000 typ host',
    'warning',
    `The priority 2147483648 is not between 1 and 2^31 − 1. ${mayRefuse}`,
  ],
  [
    '1 1 sctp 5 203.0.113.1 9000 typ host',
    'warning',
    `The transport “sctp” is neither udp nor tcp. ${mayRefuse}`,
  ],
  [
    '1 1 udp 5 203.0.113.1 9000 typ alien',
    'warning',
    `The type “alien” is none of host, srflx, prflx, relay. ${mayRefuse}`,
  ],
])('malformed-candidate: “%s”', (line, severity, cause) => {
  const answer = sdpText(answerLines, [/^a=candidate.*/, `$&\r\na=candidate:${line}`]);
  expect(told(lintSdp({ offer, answer }))).toEqual([
    [`${severity} malformed-candidate answer 9/1`, 'A candidate of the answer is malformed', cause, another],
  ]);
});

test.each([
  `${'Az+/09'.repeat(5)}ab 1 udp 1 203.0.113.1 9000 typ host`,
  '1 256 UDP 2147483647 203.0.113.1 9000 typ srflx',
  '1 1 tcp 5 203.0.113.1 9000 typ prflx tcptype passive',
  '1 1 udp 5 203.0.113.1 65535 typ RELAY raddr 0.0.0.0 rport 0',
])('malformed-candidate: “%s” is well formed', (line) => {
  const answer = sdpText(answerLines, [/^a=candidate.*/, `$&\r\na=candidate:${line}`]);
  expect(lintSdp({ offer, answer })).toEqual([]);
});

test('malformed-candidate: one of more than 4,096 characters is none', () => {
  const ofLength = (length: number) => '1 1 udp 5 203.0.113.1 9000 typ host x '.padEnd(length, 'y');
  const answer = (length: number) =>
    sdpText(answerLines, [/^a=candidate.*/, `$&\r\na=candidate:${ofLength(length)}`]);
  expect(lintSdp({ offer, answer: answer(4_096) })).toEqual([]);
  expect(lintSdp({ offer, answer: answer(4_097) }).map(({ cause }) => cause)).toEqual([
    `The candidate has 4,097 characters. ${refuses}`,
  ]);
});
