/** Names that both have, that the answer leaves out, and that only the answer has; in the order of the text. */
export interface KeptNames {
  readonly kept: readonly string[];
  readonly dropped: readonly string[];
  readonly added: readonly string[];
}

/** Names are the same where their keys are. */
export function compareNames(
  offered: readonly string[],
  answered: readonly string[],
  key: (name: string) => string,
): KeptNames {
  const asked = new Set(offered.map(key));
  const given = new Set(answered.map(key));
  return {
    kept: offered.filter((name) => given.has(key(name))),
    dropped: offered.filter((name) => !given.has(key(name))),
    added: answered.filter((name) => !asked.has(key(name))),
  };
}
