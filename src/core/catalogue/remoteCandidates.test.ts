import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import {
  answerWith,
  candidate,
  chromium,
  description,
  failedLog,
  waitedForIce,
} from '../diagnosis/testing/literalConnection.ts';
import { verdict } from '../diagnosis/testing/literalLog.ts';

const host = candidate('host');
const answered = (...candidates: readonly string[]) => description('remote', answerWith(...candidates));

test.each([
  ['a port above 1023', '1 udp 1 192.0.2.8 1024 typ host'],
  ['port 80 on a public address', '1 udp 1 203.0.113.5 80 typ host'],
  ['port 443 on a public address', '1 udp 1 203.0.113.5 443 typ host'],
  ['a name', '1 udp 1 sfu.example 50000 typ host'],
  ['passive TCP', '1 tcp 1 192.0.2.8 5999 typ host tcptype passive'],
])('beside %s a low port explains nothing', (_, other) => {
  const log = failedLog(chromium, [host, answered('1 udp 1 192.0.2.7 9 typ host', other)], waitedForIce);
  expect(diagnose(log).map(({ code }) => code)).not.toContain('ice.port-low');
});

test('an active TCP candidate has port 9 by rule and does not count', () => {
  const active = '1 tcp 1 192.0.2.8 9 typ host tcptype active';
  const both = failedLog(chromium, [host, answered(active, '1 udp 1 192.0.2.7 22 typ host')], waitedForIce);
  expect(diagnose(both)[0]?.cause).toMatch(/^The answer offers port 22 only\./);
  expect(verdict(failedLog(chromium, [host, answered(active)], waitedForIce))?.is).toBe(
    'connection.unexplained/ice',
  );
});

test.each([
  ['an IPv4 address', '1 udp 1 192.0.2.7 50000 typ host'],
  ['an IPv6 address', '1 udp 1 2001:db8::7 50000 typ host'],
  ['passive TCP', '1 tcp 1 192.0.2.8 5999 typ host tcptype passive'],
])('beside %s a name explains nothing', (_, other) => {
  const log = failedLog(
    chromium,
    [host, answered('1 udp 1 sfu.example 50000 typ host', other)],
    waitedForIce,
  );
  expect(diagnose(log).map(({ code }) => code)).not.toContain('ice.hostname');
});

test.each([
  ['1 udp 1 203.0.113.5 1023 typ host', '1023'],
  ['1 udp 1 203.0.113.5 81 typ host', '81'],
  ['1 udp 1 192.168.1.5 80 typ host', '80'],
  ['1 udp 1 10.0.0.1 443 typ host', '443'],
  ['1 udp 1 fd00::2 443 typ host', '443'],
  ['1 tcp 1 203.0.113.5 22 typ host tcptype passive', '22'],
  ['1 udp 1 sfu.example 22 typ host', '22'],
])('Chromium drops %s for its port', (line, port) => {
  const [first] = diagnose(failedLog(chromium, [host, answered(line)], waitedForIce));
  expect(first?.evidence[0]?.says).toBe(`only port ${port} in it`);
});

test.each(['1.sfu.example', 'sfu.1', 'a.b.c'])('%s is a name, no address', (name) => {
  const [first] = diagnose(
    failedLog(chromium, [host, answered(`1 udp 1 ${name} 50000 typ host`)], waitedForIce),
  );
  expect(first?.evidence[0]?.says).toBe(`“${name}” in the place of an address`);
});

test('only an active candidate over TCP connects to us; of UDP the word says nothing', () => {
  const line = '1 udp 1 203.0.113.5 22 typ host tcptype active';
  const [first] = diagnose(failedLog(chromium, [host, answered(line)], waitedForIce));
  expect(first?.code).toBe('ice.port-low');
});
