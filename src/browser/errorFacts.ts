import type { ErrorFacts } from '../core/session/failure.ts';

/** Deep enough for every chain seen, and the end of a circular one. */
const deepestCause = 4;

const numbers = [
  'sdpLineNumber',
  'sctpCauseCode',
  'receivedAlert',
  'sentAlert',
  'httpRequestStatusCode',
] as const;

/**
 * What a thrown value says of itself, as plain data. Never throws.
 * DOMException and RTCError keep their facts in prototype getters, which a spread or JSON.stringify loses.
 * Of an AggregateError without a cause, the first of its errors stands as the cause.
 */
export function errorFacts(thrown: unknown, depth = 0): ErrorFacts {
  if (typeof thrown !== 'object' || thrown === null) {
    return { name: typeof thrown, message: text(thrown) };
  }
  const name = property(thrown, 'name');
  const message = property(thrown, 'message');
  const code = property(thrown, 'code');
  const errorDetail = property(thrown, 'errorDetail');
  const cause = depth < deepestCause ? causeOf(thrown) : undefined;
  return {
    name: typeof name === 'string' && name !== '' ? name : 'Error',
    message: typeof message === 'string' ? message : text(thrown),
    // The legacy `code` of a DOMException whose name has none is 0.
    ...((typeof code === 'number' && code !== 0) || typeof code === 'string' ? { code } : {}),
    ...(typeof errorDetail === 'string' && errorDetail !== '' ? { errorDetail } : {}),
    ...numberFacts(thrown),
    ...(cause === undefined ? {} : { cause: errorFacts(cause, depth + 1) }),
  };
}

function numberFacts(thrown: object): Partial<Record<(typeof numbers)[number], number>> {
  const found = numbers.map((key) => [key, property(thrown, key)] as const);
  return Object.fromEntries(found.filter(([, value]) => typeof value === 'number'));
}

function causeOf(thrown: object): unknown {
  const cause = property(thrown, 'cause');
  if (cause !== undefined && cause !== null) return cause;
  const errors = property(thrown, 'errors');
  return Array.isArray(errors) ? errors[0] : undefined;
}

/** A getter of a foreign object can throw, and so can its `toString`. */
function property(of: object, key: string): unknown {
  try {
    return Reflect.get(of, key);
  } catch {
    return undefined;
  }
}

function text(value: unknown): string {
  try {
    return String(value);
  } catch {
    return 'a value that cannot be shown';
  }
}
