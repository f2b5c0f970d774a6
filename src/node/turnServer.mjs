import { aptInstall, rootPrefix, runAll } from './apt.mjs';
import { namedProgram, pathsOf, starts, thisMachine } from './machine.mjs';

/** @typedef {import('./machine.mjs').Machine} Machine */
/** @typedef {import('./machine.mjs').Program} Program */

const variable = 'TURNSERVER';

/** Why the tests that need a TURN server will be skipped. */
export const noTurnServer =
  `no coturn: neither ${variable}, PATH nor /usr/bin has a turnserver that starts, and apt-get could not install ` +
  `it here without asking. Install coturn, or name it: ${variable}=/path/to/turnserver npm test`;

/**
 * Coturn's server, where it is there already and starts. Throws when the one named in the environment does not.
 * @param {Machine} [machine]
 * @returns {Program | undefined}
 */
export function findTurnServer(machine = thisMachine) {
  const named = namedProgram(machine, variable);
  if (named !== undefined) return named;
  const path = [...pathsOf(machine, ['turnserver']), '/usr/bin/turnserver'].find((each) =>
    starts(machine, each),
  );
  return path === undefined ? undefined : { path, origin: "the system's" };
}

/**
 * Coturn's server, installed where there is none and apt-get needs nobody's answer; its service does not run. Without it
 * the tests that need it are skipped, and nothing else.
 * @param {Machine} [machine]
 * @returns {Program | undefined}
 */
export function ensureTurnServer(machine = thisMachine) {
  const found = findTurnServer(machine);
  const prefix = found === undefined ? rootPrefix(machine) : undefined;
  if (prefix === undefined) return found;
  // The tests start servers of their own: Debian's service would be one that is open to everybody.
  const systemctl = (/** @type {string} */ verb) =>
    runAll(machine, [...prefix, 'systemctl', verb, 'coturn.service']);
  const hasSystemd = machine.exists('/run/systemd/system');
  if (hasSystemd) systemctl('mask');
  aptInstall(machine, 'coturn');
  if (hasSystemd) {
    systemctl('unmask');
    systemctl('disable');
  }
  return findTurnServer(machine);
}
