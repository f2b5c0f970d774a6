import { expect, test } from 'vitest';
import { createFakeMachine } from './fakeMachine.ts';
import { ensureTurnServer, findTurnServer } from './turnServer.mjs';

const apt = 'env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get';
const installs = { 'install -y coturn': '/usr/bin/turnserver' };

test('the TURN server that the environment names comes first', () => {
  const machine = createFakeMachine({
    env: { TURNSERVER: '/my/turnserver' },
    programs: ['/my/turnserver', '/usr/bin/turnserver'],
  });
  expect(findTurnServer(machine)).toEqual({ path: '/my/turnserver', origin: 'TURNSERVER' });
});

test('a named TURN server that does not start is said, not replaced', () => {
  const machine = createFakeMachine({
    env: { TURNSERVER: '/my/turnserver' },
    programs: ['/usr/bin/turnserver'],
  });
  expect(() => findTurnServer(machine)).toThrow('/my/turnserver, which does not start');
});

test('PATH is searched, then /usr/bin, which may not be in it', () => {
  const inPath = createFakeMachine({ programs: ['/opt/bin/turnserver', '/usr/bin/turnserver'] });
  expect(findTurnServer(inPath)?.path).toBe('/opt/bin/turnserver');
  expect(findTurnServer(createFakeMachine({ programs: ['/usr/bin/turnserver'] }))?.path).toBe(
    '/usr/bin/turnserver',
  );
});

test('root installs it after one update', () => {
  const machine = createFakeMachine({ isRoot: true, programs: ['apt-get'], installs });
  expect(ensureTurnServer(machine)?.path).toBe('/usr/bin/turnserver');
  expect(machine.ran).toEqual([`${apt} update`, `${apt} install -y coturn`]);
});

test('others install it by a sudo that asks nothing', () => {
  const machine = createFakeMachine({ programs: ['apt-get', 'sudo'], installs });
  expect(ensureTurnServer(machine)?.path).toBe('/usr/bin/turnserver');
  expect(machine.ran.at(-1)).toBe(`sudo -n ${apt} install -y coturn`);
});

test("where systemd runs, the package's service is kept from starting, and from starting later", () => {
  const programs = ['apt-get', '/run/systemd/system'];
  const machine = createFakeMachine({ isRoot: true, programs, installs });
  ensureTurnServer(machine);
  expect(machine.ran).toEqual([
    'systemctl mask coturn.service',
    `${apt} update`,
    `${apt} install -y coturn`,
    'systemctl unmask coturn.service',
    'systemctl disable coturn.service',
  ]);
});

test('a coturn that is there is left alone, and so is its service', () => {
  const machine = createFakeMachine({
    isRoot: true,
    programs: ['apt-get', '/run/systemd/system', '/usr/bin/turnserver'],
  });
  expect(ensureTurnServer(machine)?.path).toBe('/usr/bin/turnserver');
  expect(machine.ran).toEqual([]);
});

test('where it cannot be had without asking, nothing is tried', () => {
  const machine = createFakeMachine({ programs: ['apt-get'] });
  expect(ensureTurnServer(machine)).toBeUndefined();
  expect(machine.ran).toEqual([]);
});
