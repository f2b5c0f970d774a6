/**
 * A time as the service wrote it, with its zone named where it does not say so: `expires_at` is UTC without a `Z`, which
 * `new Date()` would read as local time (orga-contract, section b: hours off in most places).
 */
export function namedZone(text: string): string {
  return /(?:z|[+-]\d\d(?::?\d\d)?)$/i.test(text.trim().slice(10))
    ? text
    : `${text} (names no zone: it is UTC)`;
}
