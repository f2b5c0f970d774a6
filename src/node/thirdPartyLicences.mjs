import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * What is bundled from others keeps its licence beside it.
 * @returns {import('vite').Plugin}
 */
export function thirdPartyLicences() {
  return {
    name: 'third-party-licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
      const packages = new Set(modules.flatMap((id) => packageOf(id.replaceAll('\\', '/')) ?? []));
      const source = [...packages].toSorted().map(licenceOf).join('\n');
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source });
    },
  };
}

/**
 * The folder of the package that a module belongs to: some carry folders named node_modules of their own.
 * @param {string} id
 */
function packageOf(id) {
  const folders = [...id.matchAll(/\/node_modules\/(?:@[^/]+\/)?[^/]+/g)].map(({ index, 0: { length } }) =>
    id.slice(0, index + length).replace('\0', ''),
  );
  return folders.findLast((folder) => existsSync(`${folder}/package.json`));
}

/** @param {string} folder */
function licenceOf(folder) {
  const { name, version, license } = /** @type {{ name: string, version: string, license: string }} */ (
    JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  );
  const file = existsSync(folder) && readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(`${folder}/${file}`, 'utf8') : `Licence: ${license}\n`;
  return `──── ${name} ${version} (${license}) ────\n${text}`;
}
