import type { Machine } from './machine.mjs';

interface FakeMachine extends Machine {
  /** commands that were run with their output shown */
  readonly ran: readonly string[];
}

/** A Linux machine on which `programs` start, and `broken` ones lie there and do not. `installs` tells what a command brings. */
export function createFakeMachine({
  programs = [],
  broken = [],
  installs = {},
  ...rest
}: {
  readonly env?: Record<string, string>;
  readonly platform?: string;
  readonly isRoot?: boolean;
  readonly programs?: readonly string[];
  readonly broken?: readonly string[];
  /** the end of a command → the program that is there afterwards */
  readonly installs?: Readonly<Record<string, string>>;
}): FakeMachine {
  const there = new Set(programs);
  const ran: string[] = [];
  return {
    env: { PATH: '/bin:/opt/bin' },
    platform: 'linux',
    isRoot: false,
    ...rest,
    ran,
    exists: (path) => there.has(path) || broken.includes(path),
    succeeds: (command) => there.has(command),
    run(command, args) {
      const line = [command, ...args].join(' ');
      ran.push(line);
      for (const [end, program] of Object.entries(installs)) if (line.endsWith(end)) there.add(program);
    },
    say() {},
  };
}
