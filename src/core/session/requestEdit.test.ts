import { expect, test } from 'vitest';
import { checkEdit, type RequestText } from './requestEdit.ts';

const call: RequestText = {
  step: 'call',
  endpoint: 'calls',
  method: 'POST',
  origin: 'https://api.test',
  path: '/v1/realtime/calls',
  pathIsFixed: false,
  credentials: 'Authorization: Bearer token#1',
  headers: 'Content-Type: application/json',
  body: '{"offer":{"sdp":"a=ice-pwd:redacted0000000000000001","type":"offer"},"params":{"voice":"alloy"}}',
};

function bodyWith(params: object): string {
  return JSON.stringify({ offer: { sdp: 'v=0', type: 'offer' }, params });
}

test('what keeps to the contract has no warning', () => {
  const body = bodyWith({
    voice: 'nova',
    temperature: 1,
    instructions: null,
    modalities: ['audio'],
    return_transcription: true,
  });
  expect(checkEdit(call, { body, path: '/v1/realtime/calls' })).toEqual({ warnings: [] });
  expect(checkEdit(call, { headers: 'x-app: demo\ncontent-type: application/json' })).toEqual({
    warnings: [],
  });
  expect(checkEdit(call, {})).toEqual({ warnings: [] });
});

test('a value outside the contract is a warning, not a refusal', () => {
  expect(checkEdit(call, { body: bodyWith({ temperature: 2, modalities: ['smell'], pitch: 1 }) })).toEqual({
    warnings: [
      'params.temperature: 2 is out of range. Enter a number from 0 to 1.',
      'params.modalities: "smell" is not a modality. Choose audio, video or both.',
      'params.pitch is not in the contract.',
    ],
  });
  expect(checkEdit(call, { body: bodyWith({ return_transcription: 'yes', voice: null }) })).toEqual({
    warnings: [
      'params.voice: This is not a name. Enter a voice, for example alloy.',
      'params.return_transcription: "yes" is neither true nor false.',
    ],
  });
});

test('what is absent or of another kind is named', () => {
  expect(checkEdit(call, { body: '{}' }).warnings).toEqual([
    'The object offer is absent.',
    'The object params is absent.',
  ]);
  expect(checkEdit(call, { body: '{"offer":{"sdp":1},"params":{}}' }).warnings).toEqual([
    'offer.sdp is no text.',
    'offer.type is not “offer”.',
  ]);
  expect(checkEdit(call, { body: '[]' }).warnings).toEqual([
    'The contract wants an object with offer and params.',
  ]);
  expect(checkEdit(call, { body: '' }).warnings).toEqual([
    'The contract wants a body with offer and params.',
  ]);
});

test('a body that is no JSON says where it breaks', () => {
  const [warning] = checkEdit(call, { body: '{"offer":' }).warnings;
  expect(warning).toMatch(/^The body is no JSON: .*JSON/);
  expect(checkEdit(call, { body: '.5' }).warnings[0]).toContain("'.'");
});

test('a stand-in that stands for nothing here is named', () => {
  const body = '{"offer":{"sdp":"token#1 redacted0000000000000001 token#2","type":"offer"},"params":{}}';
  expect(checkEdit(call, { body }).warnings).toEqual([
    'token#2 stands for nothing in this request and is sent as it is written.',
  ]);
});

test('another path and another content type are told', () => {
  expect(checkEdit(call, { path: '/v2/calls', headers: 'x-app: demo' }).warnings).toEqual([
    'The contract’s path is /v1/realtime/calls.',
    'The contract wants Content-Type: application/json.',
  ]);
  for (const headers of [
    'content-type: text/plain',
    'x-content-type: application/json',
    'content-type-x: application/json',
  ])
    expect(checkEdit(call, { headers }).warnings).toEqual([
      'The contract wants Content-Type: application/json.',
    ]);
});

test('where the contract says nothing, nothing is warned of', () => {
  const session: RequestText = {
    ...call,
    step: 'token',
    endpoint: 'session',
    credentials: '',
    headers: '',
    body: '',
  };
  const edit = { path: '/mine', headers: 'content-type: text/plain', body: 'room=7' };
  expect(checkEdit(session, edit)).toEqual({ warnings: [] });
  expect(checkEdit(session, { body: 'token#2' }).warnings).toEqual([
    'token#2 stands for nothing in this request and is sent as it is written.',
  ]);
});

test('what no browser sends, and what holds a credential, is a problem with its field', () => {
  const messageOf = (edit: object) => checkEdit(call, edit).problem;
  expect(messageOf({ path: 'calls' })).toEqual({ field: 'path', message: 'A path begins with a slash.' });
  for (const path of ['/a b', '/a#b'])
    expect(messageOf({ path })).toEqual({
      field: 'path',
      message: 'A path holds no space and no #. Write them as %20 and %23.',
    });
  expect(messageOf({ path: '/x?key=sk_orga_ai_12345678' })).toEqual({
    field: 'path',
    message: 'This looks like a key or a token. Remove it: addresses are shown and logged.',
  });
  expect(messageOf({ headers: 'x-app: Bearer x' })?.message).toContain('x-app holds a secret');
  expect(messageOf({ headers: 'Authorization: Bearer x' })?.message).toBe(
    'Authorization holds a credential, which is not edited here. Setup says which one is sent.',
  );
  expect(messageOf({ headers: 'Host: x' })?.message).toContain('A page cannot set Host');
  expect(messageOf({ headers: 'no header' })?.field).toBe('headers');
});

test('GET carries no body, and an endpoint without one in the contract says so', () => {
  const get: RequestText = { ...call, step: 'ice-config', endpoint: 'ice-config', method: 'GET', body: '' };
  expect(checkEdit(get, { body: '{}' })).toEqual({
    problem: { field: 'body', message: 'A browser sends no body with GET. Leave it empty.' },
    warnings: ['The contract has no body here.'],
  });
  for (const edit of [{}, { body: '' }]) expect(checkEdit(get, edit)).toEqual({ warnings: [] });
  const secrets: RequestText = { ...call, step: 'token', endpoint: 'client-secrets', body: '' };
  expect(checkEdit(secrets, { body: '{}' })).toEqual({ warnings: ['The contract has no body here.'] });
});
