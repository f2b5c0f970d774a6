import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answeredRelayOnly, answeredWith, told, withCandidates } from '../testing/linted.ts';
import { offerLines } from '../testing/literalSdp.ts';

const good = '1 udp 5 203.0.113.1 9000 typ host';

test('hostname-with-relay: names are not looked up, so they are hopeless alone', () => {
  const rest = 'The far end must announce an IP address, or the policy must be all.';
  const title = 'A name as candidate, with the policy relay';
  expect(answeredRelayOnly('1 udp 5 a1b2.local 9000 typ host')[0]).toEqual([
    'error hostname-with-relay answer 8/1',
    title,
    'With iceTransportPolicy relay, Chromium does not look up the names of candidates, by design, and there is no other candidate: it stays in “new” for ever.',
    rest,
  ]);
  expect(answeredRelayOnly(good, '1 udp 5 sfu.example.org 9000 typ host')[0]).toEqual([
    'warning hostname-with-relay answer 9/1',
    title,
    'With iceTransportPolicy relay, Chromium does not look up the names of candidates, by design; the others are used.',
    rest,
  ]);
  expect(answeredRelayOnly(good)).toEqual([]);
  const named = withCandidates(offerLines, '1 udp 5 sfu.example.org 9000 typ host');
  expect(told(lintSdp({ offer: named, iceTransportPolicy: 'relay' })).map(([where]) => where)).toEqual([
    'warning hostname-candidate offer 8/1',
  ]);
});

test('with the policy relay a name does not make a dropped candidate less grave, without it does', () => {
  const both = ['1 udp 5 203.0.113.1 9 typ host', '1 udp 5 sfu.example.org 9000 typ host'];
  expect(answeredRelayOnly(...both).map(([where]) => where)).toContain('error port-low answer 8/1');
  expect(answeredWith(...both).map(([where]) => where)).toContain('warning port-low answer 8/1');
});
