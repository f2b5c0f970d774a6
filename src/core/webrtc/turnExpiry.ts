/**
 * When TURN credentials end, epoch seconds: user names of the REST scheme begin with it, `<epoch seconds>:<user>`
 * (draft-uberti-behave-turn-rest, section 2.2; coturn use-auth-secret). `undefined` for any other user name.
 */
export function turnExpiry(username: string): number | undefined {
  const seconds = /^(\d{9,11})(?::|$)/.exec(username)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}
