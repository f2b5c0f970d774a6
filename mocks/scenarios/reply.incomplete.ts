import type { ScenariosOf } from './scenario.ts';

export const replyIncomplete = [
  {
    id: 'token.reply.incomplete.token-absent',
    title: '200 · Token: no token in it',
    story: 'The service answers 200, and ephemeral_token is not in the reply.',
    route: 'rest',
    world: {
      faults: {
        'client-secrets': [{ kind: 'rewrite', rewrite: { kind: 'omit', field: 'ephemeral_token' } }],
      },
    },
    expect: {
      outcome: 'failed',
      code: 'reply.incomplete',
      variant: 'token-absent',
      step: 'token',
      httpStatus: 200,
    },
  },
  {
    id: 'token.reply.incomplete.token-absent.backend',
    title: '200 · Your backend: no token in it',
    story: 'Your session endpoint answers 200 without ephemeralToken.',
    route: 'backend',
    world: { faults: { session: [{ kind: 'rewrite', rewrite: { kind: 'omit', field: 'ephemeralToken' } }] } },
    expect: {
      outcome: 'failed',
      code: 'reply.incomplete',
      variant: 'token-absent',
      step: 'token',
      httpStatus: 200,
    },
  },
  {
    id: 'token.reply.incomplete.snake-case.backend',
    title: '200 · Your backend: names in snake_case',
    story: 'Your session endpoint passes the names of the REST API on, and the client SDK wants camelCase.',
    route: 'backend',
    world: { faults: { session: [{ kind: 'rewrite', rewrite: { kind: 'snake-case' } }] } },
    expect: {
      outcome: 'failed',
      code: 'reply.incomplete',
      variant: 'snake-case',
      step: 'token',
      httpStatus: 200,
    },
  },
  {
    id: 'ice-config.reply.incomplete.ice-servers-shape',
    title: '200 · ICE config: a bare array',
    story: 'The service answers with the list itself, as its older API did, not with {iceServers}.',
    route: 'rest',
    world: {
      faults: { 'ice-config': [{ kind: 'rewrite', rewrite: { kind: 'unwrap', field: 'iceServers' } }] },
    },
    expect: {
      outcome: 'failed',
      code: 'reply.incomplete',
      variant: 'ice-servers-shape',
      step: 'ice-config',
      httpStatus: 200,
    },
  },
  {
    id: 'token.reply.incomplete.ice-servers-shape.backend',
    title: '200 · Your backend: iceServers is no list',
    story: 'Your route puts a response object into iceServers, and it arrives as {}.',
    route: 'backend',
    world: {
      faults: {
        session: [{ kind: 'rewrite', rewrite: { kind: 'replace', field: 'iceServers', value: {} } }],
      },
    },
    expect: {
      outcome: 'failed',
      code: 'reply.incomplete',
      variant: 'ice-servers-shape',
      step: 'token',
      httpStatus: 200,
    },
  },
  {
    id: 'call.reply.incomplete.answer-absent',
    title: '200 · Call: no answer in it',
    story: 'The service accepts the call, and answer is not in the reply.',
    world: { faults: { calls: [{ kind: 'rewrite', rewrite: { kind: 'omit', field: 'answer' } }] } },
    expect: {
      outcome: 'failed',
      code: 'reply.incomplete',
      variant: 'answer-absent',
      step: 'call',
      httpStatus: 200,
    },
  },
  {
    id: 'call.reply.incomplete.conversation-id-absent',
    title: '200 · Call: no conversation_id in it',
    story: 'The service answers the offer, and conversation_id is not in the reply.',
    world: { faults: { calls: [{ kind: 'rewrite', rewrite: { kind: 'omit', field: 'conversation_id' } }] } },
    expect: {
      outcome: 'failed',
      code: 'reply.incomplete',
      variant: 'conversation-id-absent',
      step: 'call',
      httpStatus: 200,
    },
  },
] as const satisfies ScenariosOf<'reply.incomplete'>;
