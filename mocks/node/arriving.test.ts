import { expect, test } from 'vitest';
import type { RequestAlteration } from '../../src/core/session/alteration.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { SimulatedRequest } from '../simulatedReply.ts';
import { arriving, withKnownKey, worldFor } from './arriving.ts';

const call: SimulatedRequest = {
  method: 'POST',
  url: 'https://api.orga-ai.test/v1/realtime/calls',
  headers: { authorization: 'Bearer a.b.c' },
  body: '{"offer":{"type":"offer","sdp":"v=0"},"params":{"voice":"alloy"}}',
};
const secrets: SimulatedRequest = {
  method: 'POST',
  url: 'https://api.orga-ai.test/v1/realtime/client-secrets?email=a%40b.test',
  headers: { authorization: 'Bearer sk_orga_ai_mine' },
  body: '',
};

function scenario(more: Partial<Pick<Scenario, 'request' | 'settings' | 'world'>>): Scenario {
  return { id: 'healthy', title: '', story: '', world: {}, expect: { outcome: 'connected' }, ...more };
}

function altered(alteration: Omit<RequestAlteration, 'endpoint'>): SimulatedRequest {
  return arriving(
    call,
    'calls',
    scenario({ request: { alterations: [{ endpoint: 'calls', ...alteration }] } }),
  );
}

test('a good request arrives as it was sent', () => {
  expect(arriving(call, 'calls', scenario({}))).toEqual(call);
});

test('any key of the right form is good', () => {
  const { headers } = withKnownKey(secrets);
  expect(headers['authorization']).toBe('Bearer sk_orga_ai_CANARY7f3a9c2e51d84b60a7');
});

test('a key of another form stays what it is', () => {
  const request = { ...secrets, headers: { authorization: 'Bearer secret' } };
  expect(withKnownKey(request)).toEqual(request);
});

test.each([
  [{ omitAuthorization: true }, { headers: {} }],
  [{ credential: { literal: 'x' } }, { headers: { authorization: 'Bearer x' } }],
  [{ credential: 'api-key' }, { headers: { authorization: 'Bearer sk_orga_ai_CANARY7f3a9c2e51d84b60a7' } }],
  [{ omitField: 'offer' }, { body: '{"params":{"voice":"alloy"}}' }],
  [{ omitField: 'params' }, { body: '{"offer":{"type":"offer","sdp":"v=0"}}' }],
  [{ omitBody: true }, { body: '' }],
  [{ body: '{' }, { body: '{' }],
  [{ offerSdp: 'x' }, { body: '{"offer":{"type":"offer","sdp":"x"},"params":{"voice":"alloy"}}' }],
  [
    { params: { temperature: 2 } },
    { body: '{"offer":{"type":"offer","sdp":"v=0"},"params":{"voice":"alloy","temperature":2}}' },
  ],
  [{ path: '/realtime' }, { url: 'https://api.orga-ai.test/realtime' }],
] as const)('what the scenario gets wrong has gone wrong on the way: %j', (alteration, changed) => {
  expect(altered(alteration)).toEqual({ ...call, ...changed });
});

test('the alterations of another endpoint change nothing', () => {
  const { url } = arriving(
    call,
    'calls',
    scenario({ request: { alterations: [{ endpoint: 'ice-config', path: '/x' }] } }),
  );
  expect(url).toBe(call.url);
});

test('the email is the one that the scenario asks with', () => {
  const { url } = arriving(
    secrets,
    'client-secrets',
    scenario({ settings: { email: 'nobody@example.com' } }),
  );
  expect(url).toBe('https://api.orga-ai.test/v1/realtime/client-secrets?email=nobody%40example.com');
});

test('a token that is to be used again is used when it is handed out', () => {
  expect(worldFor(scenario({ request: { again: 'ice-config' } })).tokens).toEqual({ spent: true });
  expect(worldFor(scenario({ request: { again: 'offer' } })).tokens).toEqual({
    spent: true,
    passIceConfig: true,
  });
});

test('where the backend’s key is wrong, everybody’s is', () => {
  const { headers } = arriving(
    secrets,
    'client-secrets',
    scenario({ world: { backend: { apiKey: 'wrong' } } }),
  );
  expect(headers['authorization']).toBe('Bearer sk_orga_ai_0000000000000000000000');
});
