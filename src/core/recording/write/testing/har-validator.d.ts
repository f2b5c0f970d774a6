/** Knows HAR 1.2 by a JSON schema of its own, which nobody here wrote. It has no types. */
declare module 'har-validator' {
  /** Resolves with what is a HAR, rejects with what is wrong with it. */
  export function har(data: unknown): Promise<unknown>;
}
