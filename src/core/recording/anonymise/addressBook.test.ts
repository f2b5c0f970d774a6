import { expect, test } from 'vitest';
import { AddressBook } from './addressBook.ts';

/** What becomes of addresses that one recording has, in this order. */
function become(...addresses: readonly string[]) {
  const book = new AddressBook();
  return addresses.map((address) => book.pseudonymOf(address));
}

test.each([
  '',
  '1.2.3',
  '1.2.3.4.5',
  '1.2.3.4 ',
  'a1.2.3.4',
  '1.2.3.256',
  '256.256.256.256',
  'abcd',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7::8',
  '1::2::3',
  '1:::2',
  '12345::1',
  'g::1',
  '1::g',
  'fe80::1%eth0',
  'x::1',
  'y.x',
  '::ffff:1.2.3.256',
  '::ffff:1.2.3.4g',
])('“%s” is no address', (text) => {
  expect(become(text)).toEqual([undefined]);
});

test.each([
  '0.1.2.3',
  '127.0.0.1',
  '224.0.0.251',
  '::',
  '::1',
  'ff00::1',
  'ff02::fb',
  '::ffff:127.0.0.1',
  '127.0.0.x',
  '0000:0:x:x:x:x:x:x',
])('%s tells nothing of anybody and stays', (address) => {
  expect(become(address)).toEqual([undefined]);
});

test('private, shared and link-local addresses stay in their ranges, to the last of each', () => {
  expect(become('10.255.1.2', '172.31.1.2', '192.168.1.2', '169.254.1.2', '100.127.1.2')).toEqual([
    '10.0.0.1',
    '172.16.0.1',
    '192.168.0.1',
    '169.254.0.1',
    '100.64.0.1',
  ]);
  expect(become('11.0.0.1', '172.32.0.1', '192.169.0.1', '169.255.0.1', '100.128.0.1', '1.2.3.255')).toEqual([
    '198.18.0.1',
    '198.18.1.1',
    '198.18.2.1',
    '198.18.3.1',
    '198.18.4.1',
    '198.18.5.1',
  ]);
});

test('of more public networks than the benchmarking range has, the others stand in the reserved one', () => {
  const addresses = Array.from({ length: 514 }, (_, index) => `20.${index >> 8}.${index & 255}.9`);
  expect(become(...addresses).slice(510)).toEqual(['198.19.254.1', '198.19.255.1', '240.0.0.1', '240.0.1.1']);
});

test('addresses of IPv6 share a network where their first four groups are the same, and only there', () => {
  expect(become('1:17::1', 'c:3::1', '1:17::2', '1:2:3:4:5:6::8', '1:2:3:4:5:6:0:8')).toEqual([
    '2001:db8:0:1::1',
    '2001:db8:0:2::1',
    '2001:db8:0:1::2',
    '2001:db8:0:3::1',
    '2001:db8:0:3::1',
  ]);
  expect(become('9::1:23', '9::12:3', 'FDFF::1', 'febf::1')).toEqual([
    '2001:db8:0:1::1',
    '2001:db8:0:1::2',
    'fd00:0:0:1::1',
    'fe80::1',
  ]);
});

test('IPv4 within IPv6 is that address within the same prefix', () => {
  expect(become('::ffff:192.168.7.77', '64:ff9b::192.168.7.78', '192.168.7.77')).toEqual([
    '::ffff:192.168.0.1',
    '64:ff9b::192.168.0.2',
    '192.168.0.1',
  ]);
});

test('of an address whose end is hidden the network has a pseudonym', () => {
  const seen = Array.from({ length: 11 }, (_, index) => `192.168.178.${index + 1}`);
  expect(become(...seen, '192.168.178.x', '192.168.178.X').slice(11)).toEqual(['192.168.0.x', '192.168.0.x']);
  expect(become('1:23:x:x:x:x:x:x', '12:3:x:x:x:x:x:x', '2001:0:1:x:x:x:x:x')).toEqual([
    '2001:db8:1:x:x:x:x:x',
    '2001:db8:2:x:x:x:x:x',
    '2001:db8:3:x:x:x:x:x',
  ]);
});

test('a name of multicast DNS is the same whatever its case', () => {
  const book = new AddressBook();
  expect(
    ['kitchen.local', 'Kitchen.LOCAL', 'hall.local'].map((name) => book.pseudonymOfLocalName(name)),
  ).toEqual([
    '00000000-0000-4000-8000-000000000001.local',
    '00000000-0000-4000-8000-000000000001.local',
    '00000000-0000-4000-8000-000000000002.local',
  ]);
});
