// The size budget of the last build, as a check.
import { weighBundle } from './bundleSize.mjs';

const { weights, strays } = weighBundle();
for (const { name, bytes, budget } of weights) {
  const line = `${name}: ${(bytes / 1000).toFixed(1)} kB of ${budget / 1000} kB (gzip)`;
  console.log(line);
  if (bytes > budget) fail(`${line}: over the budget.`);
}
if (strays.length > 0) fail(`A live session would load parts of the simulation: ${strays.join(', ')}`);

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
