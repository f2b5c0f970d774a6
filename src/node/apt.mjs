/** @typedef {import('./machine.mjs').Machine} Machine */

/** @type {WeakSet<Machine>} */
const updated = new WeakSet();

/**
 * What must stand before a command that only root may run; nothing where apt has nothing to do or would ask for a password.
 * @param {Machine} machine
 * @returns {readonly string[] | undefined}
 */
export function rootPrefix(machine) {
  if (!machine.succeeds('apt-get', ['--version'])) return undefined;
  if (machine.isRoot) return [];
  return machine.succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
}

/**
 * Installs a package of the system's, where that is possible without asking anybody. Whether it worked, what it brought
 * says best.
 * @param {Machine} machine
 * @param {string} name
 */
export function aptInstall(machine, name) {
  const prefix = rootPrefix(machine);
  if (prefix === undefined) return;
  // RUNLEVEL=1: in single-user mode no package starts its service.
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1', 'apt-get'];
  if (!updated.has(machine)) runAll(machine, [...apt, 'update']);
  updated.add(machine);
  machine.say(`Installing ${name}: apt-get install -y ${name} …`);
  runAll(machine, [...apt, 'install', '-y', name]);
}

/**
 * @param {Machine} machine
 * @param {readonly string[]} words
 */
export function runAll(machine, [command = '', ...args]) {
  machine.run(command, args);
}
