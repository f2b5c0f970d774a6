import { expect, test } from 'vitest';
import { answeredWith } from '../testing/linted.ts';

const good = '1 udp 5 203.0.113.1 9000 typ host';

test('address-unspecified: told with the address, whatever the port', () => {
  const rest = [
    'Nobody can be reached there: it is what a server listens on. Browsers drop it.',
    'The far end must announce the address under which it is reached.',
  ];
  expect(answeredWith('1 udp 5 :: 9 typ host')).toEqual([
    ['error address-unspecified answer 8/1', 'Candidate with address ::', ...rest],
  ]);
  expect(answeredWith('1 udp 5 0.0.0.0 9000 typ host', good)).toEqual([
    ['warning address-unspecified answer 8/1', 'Candidate with address 0.0.0.0', ...rest],
  ]);
});
