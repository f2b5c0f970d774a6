import type { ScenariosOf } from './scenario.ts';
import { errorWith200, notJson, webPage } from './upstream.ts';

export const replyUnusable = [
  {
    id: 'token.reply.unusable.html',
    title: '200 · Token: a web page',
    story: 'Your base URL points at a website: it answers 200 with a page.',
    route: 'rest',
    world: { faults: { 'client-secrets': [webPage] } },
    expect: { outcome: 'failed', code: 'reply.unusable', variant: 'html', step: 'token', httpStatus: 200 },
  },
  {
    id: 'token.reply.unusable.error-with-200',
    title: '200 · Token: an error that claims success',
    story: 'Something between you and the service turns an error into a 200.',
    route: 'rest',
    world: { faults: { 'client-secrets': [errorWith200] } },
    expect: {
      outcome: 'failed',
      code: 'reply.unusable',
      variant: 'error-with-200',
      step: 'token',
      httpStatus: 200,
    },
  },
  {
    id: 'token.reply.unusable.html.backend',
    title: '200 · Your backend: a web page',
    story:
      'Your session endpoint’s URL is caught by your single-page app, which answers every path with its own page.',
    route: 'backend',
    world: { faults: { session: [webPage] } },
    expect: { outcome: 'failed', code: 'reply.unusable', variant: 'html', step: 'token', httpStatus: 200 },
  },
  {
    id: 'ice-config.reply.unusable.empty',
    title: '200 · ICE config: nothing',
    story: 'The reply to your request for ICE servers has no body.',
    route: 'rest',
    world: { faults: { 'ice-config': [{ kind: 'reply', reply: { status: 200 } }] } },
    expect: {
      outcome: 'failed',
      code: 'reply.unusable',
      variant: 'empty',
      step: 'ice-config',
      httpStatus: 200,
    },
  },
  {
    id: 'ice-config.reply.unusable.not-json',
    title: '200 · ICE config: not JSON',
    story: 'A gateway rewrites the list of ICE servers into something that is no JSON.',
    route: 'rest',
    world: { faults: { 'ice-config': [notJson] } },
    expect: {
      outcome: 'failed',
      code: 'reply.unusable',
      variant: 'not-json',
      step: 'ice-config',
      httpStatus: 200,
    },
  },
  {
    id: 'call.reply.unusable.truncated',
    title: '200 · Call: half an answer',
    story: 'The connection breaks in the middle of the answer, and half of the JSON arrives.',
    world: { faults: { calls: [{ kind: 'rewrite', rewrite: { kind: 'truncate' } }] } },
    expect: {
      outcome: 'failed',
      code: 'reply.unusable',
      variant: 'truncated',
      step: 'call',
      httpStatus: 200,
    },
  },
  {
    id: 'call.reply.unusable.html',
    title: '200 · Call: a web page',
    story: 'A captive portal answers your call with its own page.',
    world: { faults: { calls: [webPage] } },
    expect: { outcome: 'failed', code: 'reply.unusable', variant: 'html', step: 'call', httpStatus: 200 },
  },
  {
    id: 'call.reply.unusable.error-with-200',
    title: '200 · Call: an error that claims success',
    story: 'The answer to your offer is an error, with status 200.',
    world: { faults: { calls: [errorWith200] } },
    expect: {
      outcome: 'failed',
      code: 'reply.unusable',
      variant: 'error-with-200',
      step: 'call',
      httpStatus: 200,
    },
  },
] as const satisfies ScenariosOf<'reply.unusable'>;
