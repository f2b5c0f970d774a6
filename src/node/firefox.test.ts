import { expect, test } from 'vitest';
import { createFakeMachine } from './fakeMachine.ts';
import { findFirefox } from './firefox.mjs';

test('the Firefox that the environment names comes first', () => {
  const machine = createFakeMachine({
    env: { FIREFOX_EXECUTABLE: '/my/firefox' },
    programs: ['/my/firefox', '/usr/bin/firefox-esr'],
  });
  expect(findFirefox(machine)).toEqual({ path: '/my/firefox', origin: 'FIREFOX_EXECUTABLE' });
});

test('a named Firefox that does not start is said, not replaced', () => {
  const machine = createFakeMachine({
    env: { FIREFOX_EXECUTABLE: '/my/firefox' },
    programs: ['/usr/bin/firefox-esr'],
  });
  expect(() => findFirefox(machine)).toThrow('/my/firefox, which does not start');
});

test('the one of long support is preferred, and each must start', () => {
  const both = createFakeMachine({ programs: ['/bin/firefox', '/opt/bin/firefox-esr'] });
  expect(findFirefox(both)?.path).toBe('/opt/bin/firefox-esr');
  const broken = createFakeMachine({ broken: ['/opt/bin/firefox-esr'], programs: ['/bin/firefox'] });
  expect(findFirefox(broken)?.path).toBe('/bin/firefox');
});

test('where there is none, nothing is installed', () => {
  const machine = createFakeMachine({ isRoot: true, programs: ['apt-get'] });
  expect(findFirefox(machine)).toBeUndefined();
  expect(machine.ran).toEqual([]);
});
