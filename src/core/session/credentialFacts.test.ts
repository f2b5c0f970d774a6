import { expect, test } from 'vitest';
import { createRedactor } from '../redaction.ts';
import { credentialFacts } from './credentialFacts.ts';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl';
const known = { token: 'opaque-token-4711', apiKey: 'unusual-key-0815' };

test.each([
  ['nothing', undefined, { kind: 'none' }],
  ['the text undefined', 'undefined', { kind: 'undefined' }],
  ['the text null', 'null', { kind: 'undefined' }],
  ['an API key by its look', 'sk_orga_ai_1234567890', { kind: 'api-key', name: 'api-key#1' }],
  ['a JWT', jwt, { kind: 'token', name: 'token#1' }],
  ['a token that we were given, whatever its look', 'opaque-token-4711', { kind: 'token', name: 'token#1' }],
  ['an API key of an unusual look', 'unusual-key-0815', { kind: 'other', name: 'api-key#1' }],
  ['anything else', 'not-a-token', { kind: 'other' }],
])('%s is told apart', (_, bearer, facts) => {
  expect(credentialFacts(bearer, known, createRedactor())).toEqual(facts);
});
