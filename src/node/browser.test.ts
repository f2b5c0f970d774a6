import { expect, test } from 'vitest';
import { ensureBrowser, findBrowser } from './browser.mjs';
import { createFakeMachine } from './fakeMachine.ts';

const own = '/cache/chromium-1/chrome';

test('the browser that the environment names comes first', () => {
  const machine = createFakeMachine({
    env: { PLAYWRIGHT_CHROMIUM_EXECUTABLE: '/my/chrome' },
    programs: ['/my/chrome', own],
  });
  expect(findBrowser(machine, own)).toEqual({ path: '/my/chrome', origin: 'PLAYWRIGHT_CHROMIUM_EXECUTABLE' });
});

test('a named browser that does not start is said, not replaced', () => {
  const machine = createFakeMachine({
    env: { PLAYWRIGHT_CHROMIUM_EXECUTABLE: '/my/chrome' },
    programs: [own],
  });
  expect(() => findBrowser(machine, own)).toThrow('/my/chrome, which does not start');
});

test("Playwright's own stands before the system's", () => {
  const machine = createFakeMachine({ programs: [own, '/bin/chromium'] });
  expect(findBrowser(machine, own)?.path).toBe(own);
});

test('a browser that lies there without its libraries is passed over', () => {
  const machine = createFakeMachine({ broken: [own, '/bin/chromium'], programs: ['/opt/bin/google-chrome'] });
  expect(findBrowser(machine, own)?.path).toBe('/opt/bin/google-chrome');
});

test('on Windows no browser is started to see whether it would', () => {
  const path = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
  const machine = createFakeMachine({ platform: 'win32', broken: [path] });
  expect(findBrowser(machine, own)?.path).toBe(path);
});

test('nothing is installed where there is one', () => {
  const machine = createFakeMachine({ programs: ['/bin/chromium'] });
  expect(ensureBrowser(machine, own).path).toBe('/bin/chromium');
  expect(machine.ran).toEqual([]);
});

test('Playwright installs its own, with libraries only where nobody is asked for a password', () => {
  const machine = createFakeMachine({ installs: { 'install chromium': own } });
  expect(ensureBrowser(machine, own).path).toBe(own);
  expect(machine.ran).toHaveLength(1);
  const asRoot = createFakeMachine({
    isRoot: true,
    programs: ['apt-get'],
    installs: { 'install --with-deps chromium': own },
  });
  expect(ensureBrowser(asRoot, own).path).toBe(own);
  expect(asRoot.ran).toHaveLength(1);
});

test('apt-get is the last resort', () => {
  const machine = createFakeMachine({
    isRoot: true,
    programs: ['apt-get'],
    installs: { 'install -y chromium': '/bin/chromium' },
  });
  expect(ensureBrowser(machine, own).path).toBe('/bin/chromium');
  expect(machine.ran.map((line) => line.split(' ').slice(-3).join(' '))).toEqual([
    'install --with-deps chromium',
    expect.stringMatching(/install chromium$/),
    'RUNLEVEL=1 apt-get update',
    'install -y chromium',
  ]);
});

test('where nothing works, one message says what to do', () => {
  expect(() => ensureBrowser(createFakeMachine({}), own)).toThrow(
    'PLAYWRIGHT_CHROMIUM_EXECUTABLE=/path/to/chromium npm test',
  );
});
