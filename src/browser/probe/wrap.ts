/** What is told of one call of a wrapped function. Nothing in here may change what the caller sees. */
export interface CallWatch {
  /** Gives back what the caller is to get: the value itself, or a promise that settles exactly as it does. */
  readonly returned?: (value: unknown) => unknown;
  readonly threw?: (error: unknown) => void;
}

export type BeforeCall = (self: unknown, args: readonly unknown[]) => CallWatch | undefined;

/** Wraps functions of the page so that it notices nothing, and takes the wrapping off again. */
export interface Wrapper {
  /** A method or function that `owner` itself has; nothing happens where it has none, or none that can be replaced. */
  wrapMethod(owner: object, name: string, before: BeforeCall): void;
  /** A constructor, under each of its names; `prototype.constructor` stays the same object as the global one. */
  wrapConstructor(owner: object, names: readonly string[], before: BeforeCall): void;
  /** Runs what only observes. Where it throws, the probe switches itself off, and the page goes on. */
  safely<T>(observe: () => T): T | undefined;
  /** Switches it off because of an error. */
  fail(error: unknown): void;
  /** What it observes from now on is nothing. What others wrapped in the meantime stays in place. */
  off(): void;
}

/**
 * Functions are wrapped in proxies: `name`, `length`, `prototype`, statics, `instanceof`, subclasses and the “native
 * code” of `toString` come from the real one (ECMA-262, section 10.5). `onFailure` is told why it switched itself off.
 */
export function createWrapper(onFailure: (error: unknown) => void): Wrapper {
  const undoing: (() => void)[] = [];
  let on = true;

  function off(): void {
    on = false;
    for (const undo of undoing.splice(0)) undo();
  }

  function fail(error: unknown): void {
    if (!on) return;
    off();
    onFailure(error);
  }

  function safely<T>(observe: () => T): T | undefined {
    if (!on) return undefined;
    try {
      return observe();
    } catch (error) {
      fail(error);
      return undefined;
    }
  }

  function watched(
    before: BeforeCall,
    self: unknown,
    args: readonly unknown[],
    call: () => unknown,
  ): unknown {
    const watch = safely(() => before(self, args));
    let value: unknown;
    try {
      value = call();
    } catch (error) {
      safely(() => watch?.threw?.(error));
      throw error;
    }
    const { returned } = watch ?? {};
    if (returned === undefined) return value;
    const given = safely(() => ({ value: returned(value) }));
    return given === undefined ? value : given.value;
  }

  function replace(owner: object, name: string, value: unknown): void {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    if (before === undefined) return;
    Object.defineProperty(owner, name, { ...before, value });
    undoing.push(() => {
      if (Object.getOwnPropertyDescriptor(owner, name)?.value === value)
        Object.defineProperty(owner, name, before);
    });
  }

  return {
    safely,
    fail,
    off,
    wrapMethod(owner, name, before) {
      const real = replaceable(owner, name);
      if (real === undefined) return;
      replace(
        owner,
        name,
        new Proxy(real, {
          apply: (target, self, args: unknown[]) =>
            watched(before, self, args, () => Reflect.apply(target, self, args)),
        }),
      );
    },
    wrapConstructor(owner, names, before) {
      const [first = ''] = names;
      const real = replaceable(owner, first);
      if (real === undefined) return;
      const wrapped: unknown = new Proxy(real, {
        construct: (target, args: unknown[], newTarget) =>
          watched(
            before,
            undefined,
            args,
            () => Reflect.construct(target, args, newTarget) as object,
          ) as object,
      });
      for (const name of names) {
        if (Object.getOwnPropertyDescriptor(owner, name)?.value === real) replace(owner, name, wrapped);
      }
      const prototype: unknown = Reflect.get(real, 'prototype');
      if (
        typeof prototype === 'object' &&
        prototype !== null &&
        replaceable(prototype, 'constructor') === real
      )
        replace(prototype, 'constructor', wrapped);
    },
  };
}

/**
 * A promise that settles as the given one does, one microtask later, and is told of on its way. It is left to the page
 * alone whether a rejection is handled. What is no promise of this realm is given back as it is.
 */
export function follow(
  value: unknown,
  { safely }: Pick<Wrapper, 'safely'>,
  told: { readonly resolved?: (value: unknown) => void; readonly rejected?: (error: unknown) => void },
): unknown {
  if (!(value instanceof Promise)) return value;
  return value.then(
    (result: unknown) => {
      safely(() => told.resolved?.(result));
      return result;
    },
    (error: unknown) => {
      safely(() => told.rejected?.(error));
      throw error;
    },
  );
}

/** Any function, called and constructed by `Reflect` only. */
type AnyFunction = (...args: unknown[]) => unknown;

function replaceable(owner: object, name: string): AnyFunction | undefined {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  if (descriptor === undefined || !(descriptor.configurable || descriptor.writable)) return undefined;
  const value: unknown = descriptor.value;
  return typeof value === 'function' ? (value as AnyFunction) : undefined;
}
