import { expect, test } from 'vitest';
import { offeredWith } from '../testing/linted.ts';

test('mdns-only: good to know of an offer, where nothing else was gathered', () => {
  const hidden = '1 udp 5 1f3e.local 50123 typ host';
  expect(offeredWith(hidden)).toEqual([
    [
      'info mdns-only offer 8/1',
      'The offer has .local candidates only',
      'Without permission for the microphone a browser hides its addresses behind .local names, which a far end elsewhere cannot look up. It then depends on this browser’s checks reaching the far end.',
      'None needed if it connects. Otherwise: a STUN or TURN server that answers, or the microphone permission.',
    ],
  ]);
  expect(offeredWith().map(([where]) => where)).toEqual(['warning no-candidates offer 0']);
  expect(offeredWith(hidden, '1 udp 5 203.0.113.7 50123 typ srflx')).toEqual([]);
});
