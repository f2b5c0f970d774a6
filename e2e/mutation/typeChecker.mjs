import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { API } from 'typescript/unstable/sync';

/**
 * What of Stryker's `Mutant` is used; lines and columns begin at 0.
 *
 * @typedef {object} Mutant
 * @property {string} id
 * @property {string} fileName
 * @property {string} replacement
 * @property {{ readonly start: Position, readonly end: Position }} location
 */

/**
 * @typedef {{ readonly line: number, readonly column: number }} Position
 *
 * @typedef {{ readonly status: 'passed' } | { readonly status: 'compileError', readonly reason: string }} Judgement
 */

/** What is declared and not used, and what is never reached, is a matter of taste: such code runs. */
const stillRuns = new Set([6133, 6192, 6196, 6198, 6199, 6205, 7027]);

/**
 * Tells which mutants the compiler refuses: the type check notices these before a test does, so they say nothing about
 * the tests. Stryker's own checker needs a compiler of before version 7.
 */
class TypeChecker {
  /** @type {Map<string, string>} */
  #mutated = new Map();
  #compiler = new API({
    cwd: process.cwd(),
    fs: { readFile: (file) => this.#mutated.get(file) },
  });
  #snapshot = this.#compiler.updateSnapshot({ openProjects: [resolve('src/core/tsconfig.json')] });

  async init() {}

  /**
   * @param {readonly Mutant[]} mutants
   * @returns {Promise<Record<string, Judgement>>}
   */
  async check(mutants) {
    /** @type {Record<string, Judgement>} */
    const judged = {};
    for (const mutant of mutants) judged[mutant.id] = this.#judge(mutant);
    return judged;
  }

  /**
   * @param {Mutant} mutant
   * @returns {Judgement}
   */
  #judge({ fileName, replacement, location }) {
    const file = resolve(fileName);
    const source = readFileSync(file, 'utf8');
    const lines = source.split('\n');
    const at = (/** @type {Position} */ { line, column }) =>
      lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, column);
    this.#mutated.set(
      file,
      source.slice(0, at(location.start)) + replacement + source.slice(at(location.end)),
    );
    const problem = this.#problemOf(file);
    this.#mutated.delete(file);
    this.#renew(file);
    return problem === undefined ? { status: 'passed' } : { status: 'compileError', reason: problem };
  }

  /** @param {string} file */
  #problemOf(file) {
    const program = this.#renew(file).getProjects()[0]?.program;
    if (program === undefined) throw new Error('src/core/tsconfig.json is not a project.');
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.find(({ code }) => !stillRuns.has(code))?.text;
  }

  /** @param {string} file */
  #renew(file) {
    const before = this.#snapshot;
    this.#snapshot = this.#compiler.updateSnapshot({ fileChanges: { changed: [file] } });
    before.dispose();
    return this.#snapshot;
  }
}

export const strykerPlugins = [
  {
    kind: 'Checker',
    name: 'compiler',
    factory: Object.assign(() => new TypeChecker(), { inject: [] }),
  },
];
