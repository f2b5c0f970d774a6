import { expect, test } from 'vitest';
import { addressKind, isPrivateAddress, isUnspecified } from './address.ts';

test.each([
  ['192.0.2.1', 'ipv4'],
  ['255.255.255.255', 'ipv4'],
  ['2001:db8::1', 'ipv6'],
  ['::', 'ipv6'],
  ['::ffff:192.0.2.1', 'ipv6'],
  ['9a3c98c4-dc68-4198-8943-c4e3899951cd.local', 'mdns'],
  ['A.LOCAL.', 'mdns'],
  ['192.0.2.1.local', 'mdns'],
  ['a.local.example.org', 'name'],
  ['xlocal', 'name'],
  ['sfu.example.org', 'name'],
  ['x192.0.2.1', 'name'],
  ['192.0.2.1.example', 'name'],
  ['192.0.2', 'name'],
  ['1922.0.2.1', 'name'],
])('%s is of kind %s', (address, kind) => {
  expect(addressKind(address)).toBe(kind);
});

test.each(['0.0.0.0', '000.0.00.0', '::', '0:0:0:0:0:0:0:0'])('%s is nobody’s address', (address) => {
  expect(isUnspecified(address)).toBe(true);
});

test.each(['10.0.0.0', '0.0.0.01', '0.0.0.0.example', '::1', '1::', '192.0.2.1', ''])(
  '“%s” may be somebody’s address',
  (address) => {
    expect(isUnspecified(address)).toBe(false);
  },
);

test.each([
  '10.0.0.1',
  '127.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.0.1',
  '100.64.0.1',
  '100.127.255.255',
  '::1',
  'fe80::1',
  'FE9f::1',
  'fea0::1',
  'febf::1',
  'fc00::1',
  'fdff::1',
])('%s is private', (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each([
  '9.0.0.1',
  '11.0.0.1',
  '128.0.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '173.16.0.1',
  '192.167.0.1',
  '192.169.0.1',
  '193.168.0.1',
  '169.253.0.1',
  '168.254.0.1',
  '100.63.0.1',
  '100.128.0.1',
  '101.64.0.1',
  '203.0.113.1',
  '::1f',
  '2001:fc00::1',
  'fec0::1',
  'ff02::1',
  'f00::1',
  '10.example',
  'fd.example',
  'a.local',
])('%s is public, or nobody knows', (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});
