import { namedProgram, pathsOf, starts, thisMachine } from './machine.mjs';

/** @typedef {import('./machine.mjs').Machine} Machine */
/** @typedef {import('./machine.mjs').Program} Program */

const variable = 'FIREFOX_EXECUTABLE';

/** Why the tests in Firefox will be skipped. */
export const noFirefox =
  `no Firefox: neither ${variable} nor PATH has one that starts, and none is installed for you. Install it (Debian: ` +
  `apt-get install firefox-esr), or name it: ${variable}=/path/to/firefox npm test`;

/**
 * A Firefox as its makers ship it, where it is there already and starts. Playwright's own build is none: it speaks
 * another protocol. Throws when the one named in the environment does not start.
 * @param {Machine} [machine]
 * @returns {Program | undefined}
 */
export function findFirefox(machine = thisMachine) {
  const named = namedProgram(machine, variable);
  if (named !== undefined) return named;
  const path = [
    ...pathsOf(machine, ['firefox-esr', 'firefox']),
    '/usr/bin/firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ].find((each) => starts(machine, each));
  return path === undefined ? undefined : { path, origin: "the system's" };
}
