import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('scripts run on the Node of the machine, not on one that a dependency brought', () => {
  const version = execFileSync('npm', ['exec', '--', 'node', '-p', 'process.execPath'], { encoding: 'utf8' });
  expect(version).not.toContain('node_modules');
  expect(process.execPath).not.toContain('node_modules');
});
