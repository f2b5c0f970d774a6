/**
 * @typedef {(...args: readonly unknown[]) => unknown} TestBody
 * @typedef {{ readonly id: string, readonly file: string, readonly name: string, readonly run: () => Promise<void> }} CollectedTest
 */

/** @type {Map<string, CollectedTest>} */
export const collected = new Map();

let file = '';
/** @type {(() => unknown)[]} */
let cleanups = [];

/**
 * Says whose tests are declared next.
 *
 * @param {string} path
 */
export const collectFor = (path) => {
  file = path;
  cleanups = [];
};

/**
 * @param {string} name
 * @param {() => unknown} body
 */
const collect = (name, body) => {
  const after = cleanups;
  const known = [...collected.keys()].filter((id) => id.startsWith(`${file}#${name}`)).length;
  const id = known === 0 ? `${file}#${name}` : `${file}#${name} (${known + 1})`;
  collected.set(id, {
    id,
    file,
    name,
    run: async () => {
      try {
        await body();
      } finally {
        for (const cleanup of after) await cleanup();
      }
    },
  });
};

/**
 * Vitest's `test`, as far as the tests of core use it.
 *
 * @param {string} name
 * @param {readonly unknown[]} rest options, if any, and the body
 */
export const test = (name, ...rest) => {
  const body = rest.find((part) => typeof part === 'function');
  if (body === undefined) throw new TypeError(`${name} has no body`);
  collect(name, /** @type {TestBody} */ (body));
};

/** @param {readonly unknown[]} rows */
test.each = (rows) => (/** @type {string} */ name, /** @type {TestBody} */ body) => {
  rows.forEach((row, index) => {
    collect(`${name} [${index}]`, () =>
      Array.isArray(row) ? body(.../** @type {readonly unknown[]} */ (row)) : body(row),
    );
  });
};

/** @param {() => unknown} cleanup */
export const afterEach = (cleanup) => {
  cleanups.push(cleanup);
};
