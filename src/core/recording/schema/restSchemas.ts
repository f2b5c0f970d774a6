import * as v from 'valibot';
import type { CredentialFacts, Endpoint, LogEntryOf, TokenUse } from '../../session/log.ts';
import { common } from './common.ts';
import { restFailure } from './failureSchema.ts';
import {
  amount,
  flag,
  label,
  list,
  type Members,
  maybe,
  number,
  oneOf,
  status,
  text,
  texts,
} from './scalars.ts';

const endpoint = oneOf<Endpoint>({ 'client-secrets': true, 'ice-config': true, calls: true, session: true });

const credential = v.object({
  kind: oneOf<CredentialFacts['kind']>({
    'api-key': true,
    token: true,
    undefined: true,
    none: true,
    other: true,
  }),
  name: maybe(label),
} satisfies Members<CredentialFacts>);

export const request = v.object({
  ...common,
  kind: v.literal('request'),
  request: label,
  endpoint,
  method: label,
  url: text,
  headers: texts,
  body: maybe(text),
  credential,
  crossOrigin: flag,
  altered: list(text),
  via: maybe(v.literal('relay')),
  cookies: maybe(oneOf<'same-origin' | 'include'>({ 'same-origin': true, include: true })),
} satisfies Members<LogEntryOf<'request'>>);

export const response = v.object({
  ...common,
  kind: v.literal('response'),
  request: label,
  status,
  statusText: text,
  headers: texts,
  body: text,
  bodyBytes: amount,
  headersAfter: amount,
  took: amount,
  correlationId: maybe(text),
  correlationExposed: flag,
  redirected: flag,
  url: maybe(text),
  retryAfter: maybe(number),
} satisfies Members<LogEntryOf<'response'>>);

type RestError = LogEntryOf<'rest-error'>;

export const restError = v.object({
  ...common,
  kind: v.literal('rest-error'),
  request: v.object({ id: label, endpoint, method: label, url: text } satisfies Members<
    RestError['request']
  >),
  failure: restFailure,
  http: maybe(
    v.object({
      status,
      type: maybe(text),
      code: maybe(text),
      param: maybe(text),
      message: maybe(text),
    } satisfies Members<NonNullable<RestError['http']>>),
  ),
  correlationId: maybe(text),
  response: maybe(label),
} satisfies Members<RestError>);

export const tokenHistory = v.object({
  ...common,
  kind: v.literal('token-history'),
  token: label,
  uses: list(v.object({ endpoint, ago: number, status } satisfies Members<TokenUse>)),
} satisfies Members<LogEntryOf<'token-history'>>);
