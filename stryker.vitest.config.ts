import { defineConfig } from 'vitest/config';

/** The tests of core alone: what is mutated is core, and a mutant that only the others notice is a gap. */
export default defineConfig({
  test: {
    include: ['src/core/**/*.test.ts'],
    // What tries thousands of inputs, or measures time and memory, would make a mutant cost seconds.
    exclude: ['**/*.{long,memory,cost,property,conformance}.test.ts'],
    setupFiles: ['e2e/fixedSeed.ts'],
  },
});
