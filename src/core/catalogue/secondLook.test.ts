import { expect, test } from 'vitest';
import { hostOf, isLocal, isThisMachine } from './secondLook.ts';

const thisMachine = [
  'localhost',
  'LOCALHOST:3000',
  'app.localhost',
  'my-app.dev.localhost:80',
  '127.0.0.1',
  '127.1.2.3:4173',
  '[::1]',
  '[::1]:3000',
  '::1',
];

const itsNetwork = [
  '10.0.0.1',
  '192.168.1.5:3000',
  '169.254.10.20',
  '172.16.0.1',
  '172.19.255.255:80',
  '172.20.0.1',
  '172.29.0.1',
  '172.30.0.1',
  '172.31.255.255',
  'fc00::1',
  '[fd12:3456::1]',
  '[FDAB::1]:8080',
  '[fe80::1]',
  '[febf::1]:3000',
  'printer.local',
  'printer.local:8080',
];

const elsewhere = [
  '',
  'app.example',
  'localhost.example',
  'localhost.example:3000',
  'notlocalhost',
  'localhost:port',
  '127.example',
  '127.0.0.1.example',
  'app.127.0.0.1',
  '11.0.0.1',
  '10.example',
  '10.0.0.1.example',
  'app.10.0.0.1',
  '192.169.1.5',
  '172.15.0.1',
  '172.32.0.1',
  '[::2]',
  '[2001:db8::1]',
  '[2001:fd12::1]',
  '[fec0::1]',
  '[fbff::1]',
  'fd12.example',
  'fdab:80',
  'printer.local.example',
  'printerlocal',
];

test('this machine is known by its names and addresses', () => {
  expect(thisMachine.filter((host) => !isThisMachine(host))).toEqual([]);
  expect([...itsNetwork, ...elsewhere].filter(isThisMachine)).toEqual([]);
});

test('its network is known by private and link-local addresses and names of mDNS (RFC 1918, 4193, 4291, 6762)', () => {
  expect([...thisMachine, ...itsNetwork].filter((host) => !isLocal(host))).toEqual([]);
  expect(elsewhere.filter(isLocal)).toEqual([]);
});

test.each([
  ['https://app.example/api', 'app.example'],
  ['http://app.example:8080?x=1', 'app.example:8080'],
  ['HTTP://[::1]:3000#top', '[::1]:3000'],
  ['git+ssh.v-2://host', 'host'],
  ['about:blank', ''],
  ['', ''],
  ['see https://app.example', ''],
  ['1http://app.example', ''],
])('the host of “%s” is “%s”', (url, host) => {
  expect(hostOf(url)).toBe(host);
});
