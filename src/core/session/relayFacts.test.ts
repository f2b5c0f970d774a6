import { expect, test } from 'vitest';
import { backendCommand } from './relayFacts.ts';

test.each([
  ['', 'npm start -- --backend http://localhost:3000/api/session'],
  ['https://a.test:8443/api', 'npm start -- --backend https://a.test:8443/api'],
  ['https://a.test/?a=1&b=2', "npm start -- --backend 'https://a.test/?a=1&b=2'"],
  ['$(x)', "npm start -- --backend '$(x)'"],
  ["it's", "npm start -- --backend 'it'\\''s'"],
])('the command for %j can be pasted into a terminal', (url, command) => {
  expect(backendCommand(url)).toBe(command);
});
