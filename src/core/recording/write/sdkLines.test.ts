import { expect, test } from 'vitest';
import type { ClientOutcome } from '../../sdk/clientSdk.ts';
import type { NodeOutcome } from '../../sdk/nodeOutcome.ts';
import type { NodeSdkError } from '../../sdk/nodeSdk.ts';
import { sdkLines } from './sdkLines.ts';

const away: NodeOutcome = { kind: 'not-involved', because: 'It is on the backend.' };
const unseen: ClientOutcome = { kind: 'not-observed', because: 'Nothing was observed.' };

function same<Outcome>(outcome: Outcome) {
  return { published: outcome, newer: outcome, same: true };
}

function nodeLine(outcome: NodeOutcome) {
  return sdkLines({ node: same(outcome), client: same(unseen), notes: [] })[0]?.says;
}

function clientLine(outcome: ClientOutcome) {
  return sdkLines({ node: same(away), client: same(outcome), notes: [] })[1]?.says;
}

test('versions that do the same share a line, others have one each', () => {
  expect(sdkLines({ node: same(away), client: same(unseen), notes: [] })).toEqual([
    { sdk: '@orga-ai/node', says: 'Takes no part. It is on the backend.' },
    { sdk: '@orga-ai/react', says: 'Nothing was observed.' },
  ]);
  const newerNode: NodeOutcome = { kind: 'pending', because: 'It waits.' };
  const newerClient: ClientOutcome = { kind: 'pending', states: ['connecting'], because: 'It waits.' };
  expect(
    sdkLines({
      node: { published: away, newer: newerNode, same: false },
      client: { published: unseen, newer: newerClient, same: false },
      notes: [],
    }),
  ).toEqual([
    { sdk: '@orga-ai/node (published)', says: 'Takes no part. It is on the backend.' },
    { sdk: '@orga-ai/node (newer)', says: 'Never settles. It waits.' },
    { sdk: '@orga-ai/react (published)', says: 'Nothing was observed.' },
    { sdk: '@orga-ai/react (newer)', says: 'startSession() never settles (connecting). It waits.' },
  ]);
});

test('what the Node SDK does is one sentence', () => {
  const error = { className: 'OrgaAIError', chain: [], name: 'OrgaAIError', message: 'Failed' } as const;
  const thrown = (facts: Partial<NodeSdkError>) =>
    nodeLine({ kind: 'throws', error: { ...error, ...facts } });
  expect(thrown({})).toBe('throws OrgaAIError: “Failed”');
  expect(thrown({ status: 401 })).toBe('throws OrgaAIError (status 401): “Failed”');
  expect(thrown({ status: 401, code: 'SERVER_ERROR' })).toBe(
    'throws OrgaAIError (status 401, code SERVER_ERROR): “Failed”',
  );
  expect(thrown({ code: 'SERVER_ERROR' })).toBe('throws OrgaAIError (code SERVER_ERROR): “Failed”');
  expect(nodeLine({ kind: 'resolves', value: '{}', because: 'It does not look.' })).toBe(
    'Resolves with {}. It does not look.',
  );
  expect(nodeLine({ kind: 'goes-on', because: 'It fails later.' })).toBe('No error here. It fails later.');
  expect(nodeLine({ kind: 'unknown', because: 'Nobody looked.' })).toBe('Cannot be told. Nobody looked.');
});

test('what the client SDK does is one line', () => {
  expect(clientLine({ kind: 'resolves', states: ['connecting', 'connected'], because: 'All is well.' })).toBe(
    'startSession() resolves (connecting → connected). All is well.',
  );
  expect(clientLine({ kind: 'pending', states: ['idle', 'connecting'], because: 'It waits.' })).toBe(
    'startSession() never settles (idle → connecting). It waits.',
  );
  const rejects = {
    kind: 'rejects',
    rejection: { name: 'ConnectionError', code: 'CONNECTION_ERROR', message: 'Failed to start session' },
    onError: { times: 2, name: 'TypeError', message: 'Failed to fetch' },
    states: ['connecting', 'disconnected'],
  } as const;
  const line =
    'startSession() rejects with ConnectionError (CONNECTION_ERROR): “Failed to start session”; onError ×2: TypeError “Failed to fetch”; state connecting → disconnected.';
  expect(clientLine({ ...rejects, after: 'It can be called again.' })).toBe(
    `${line} It can be called again.`,
  );
  expect(clientLine({ ...rejects, after: '' })).toBe(line);
});
