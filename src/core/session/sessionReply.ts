import { type RTCIceServerLike, readIceServers } from '../webrtc/iceServers.ts';
import type { BadReplyProblem, RestFailure } from './failure.ts';
import { jsonEnding } from './jsonEnding.ts';
import type { Endpoint } from './log.ts';
import { readReply } from './readReply.ts';

export type { RTCIceServerLike } from '../webrtc/iceServers.ts';

/** What a good reply holds, per endpoint. Carries secrets: in memory only, never in the log as it is. */
export interface SessionReplies {
  'client-secrets': { readonly token: string; readonly expiresAtText?: string };
  'ice-config': { readonly iceServers: readonly RTCIceServerLike[] };
  session: { readonly token: string; readonly iceServers: readonly RTCIceServerLike[] };
  calls: { readonly conversationId: string; readonly answerSdp: string; readonly answerType: string };
}

export type SessionReply<E extends Endpoint> =
  | { readonly ok: true; readonly value: SessionReplies[E] }
  | {
      readonly ok: false;
      readonly failure: RestFailure;
      /** what could be read all the same: the official SDKs go on with it */
      readonly partial: Partial<SessionReplies[E]>;
    };

/** What the checks of one endpoint found. */
interface Finding<Value> {
  readonly absent: readonly string[];
  readonly wrong: readonly string[];
  readonly snake: readonly string[];
  readonly partial: Partial<Value>;
  readonly value: Value | undefined;
}

type Json = Readonly<Record<string, unknown>>;

const checks: { readonly [E in Endpoint]: (body: Json) => Finding<SessionReplies[E]> } = {
  'client-secrets': (body) => {
    const token = text(body, 'ephemeral_token');
    const rest = typeof body.expires_at === 'string' ? { expiresAtText: body.expires_at } : {};
    const value = token.value === undefined ? undefined : { token: token.value, ...rest };
    return finding<SessionReplies['client-secrets']>([token], value ?? rest, value);
  },
  'ice-config': (body) => {
    const servers = iceServers(body);
    const value = servers.value === undefined ? undefined : { iceServers: servers.value };
    return finding([servers], value ?? {}, value);
  },
  session: (body) => {
    const token = text(body, 'ephemeralToken', 'ephemeral_token');
    const servers = iceServers(body);
    const partial = {
      ...(token.value === undefined ? {} : { token: token.value }),
      ...(servers.value === undefined ? {} : { iceServers: servers.value }),
    };
    const value =
      token.value === undefined || servers.value === undefined
        ? undefined
        : { token: token.value, iceServers: servers.value };
    return finding([token, servers], partial, value);
  },
  calls: (body) => {
    const id = text(body, 'conversation_id');
    const { fields, sdp, type } = answerOf(body);
    const partial = {
      ...(id.value === undefined ? {} : { conversationId: id.value }),
      ...(sdp === undefined ? {} : { answerSdp: sdp }),
      ...(type === undefined ? {} : { answerType: type }),
    };
    const value =
      id.value === undefined || sdp === undefined || type === undefined
        ? undefined
        : { conversationId: id.value, answerSdp: sdp, answerType: type };
    return finding([...fields, id], partial, value);
  },
};

/**
 * Reads the reply of an endpoint: the value, or what is wrong with it. Never throws. The SDKs only check that the
 * fields are truthy (orga-contract.md, sections a and d); here their types are checked too, because what passes
 * there fails later and elsewhere.
 */
export function readSessionReply<E extends Endpoint>(
  endpoint: E,
  status: number,
  contentType: string | undefined,
  body: string,
): SessionReply<E> {
  const reading = readReply({ status, contentType, text: body });
  if (status < 200 || status > 299) {
    return { ok: false, failure: { reason: 'http', status, reading }, partial: {} };
  }
  const bad = (
    problem: BadReplyProblem,
    fields: readonly string[],
    partial: Partial<SessionReplies[E]>,
  ): SessionReply<E> => ({
    ok: false,
    failure: { reason: 'bad-reply', status, problem, fields, reading },
    partial,
  });

  if (reading.format === 'empty') return bad('empty', [], {});
  if (reading.format === 'html') return bad('html', [], {});
  const bare = body.replace(/^\uFEFF/, '').trim();
  const ending = jsonEnding(bare);
  if (ending === 'truncated') return bad('truncated', [], {});
  if (ending === 'malformed') return bad('not-json', [], {});
  const json: unknown = JSON.parse(bare);
  if (!isObject(json)) {
    const fields = endpoint === 'ice-config' && Array.isArray(json) ? ['iceServers'] : [];
    return bad('wrong-shape', fields, {});
  }
  const found: Finding<SessionReplies[E]> = checks[endpoint](json);
  if (found.value !== undefined) return { ok: true, value: found.value };
  const saysError = Boolean(json.error) || ['envelope', 'detail', 'sdk-text'].includes(reading.format);
  if (saysError && Object.keys(found.partial).length === 0) return bad('error-body', [], {});
  if (found.snake.length > 0) return bad('snake-case', found.snake, found.partial);
  if (found.absent.length > 0) return bad('field-absent', found.absent, found.partial);
  return bad('wrong-shape', found.wrong, found.partial);
}

interface Field<T> {
  readonly name: string;
  readonly state: 'good' | 'absent' | 'wrong' | 'snake';
  readonly value?: T;
  /** of the wrong parts inside, where there are any */
  readonly wrong?: readonly string[];
}

function text(body: Json, name: string, snakeName?: string): Field<string> {
  const value = body[name];
  if (typeof value === 'string' && value !== '') return { name, state: 'good', value };
  if (value === undefined || value === null || value === '') {
    const snake = snakeName !== undefined && Boolean(body[snakeName]);
    return { name, state: snake ? 'snake' : 'absent' };
  }
  return { name, state: 'wrong' };
}

function iceServers(body: Json): Field<readonly RTCIceServerLike[]> {
  const name = 'iceServers';
  const value = body[name];
  if (value === undefined || value === null) return { name, state: body.ice_servers ? 'snake' : 'absent' };
  const { servers, problems } = readIceServers(value);
  const wrong = problems.filter((problem) => problem.kind === 'shape').map((problem) => problem.where);
  return wrong.length > 0 ? { name, state: 'wrong', wrong } : { name, state: 'good', value: servers };
}

function answerOf(body: Json): {
  readonly fields: readonly Field<string>[];
  readonly sdp?: string | undefined;
  readonly type?: string | undefined;
} {
  const { answer } = body;
  if (answer === undefined || answer === null) return { fields: [{ name: 'answer', state: 'absent' }] };
  if (!isObject(answer)) return { fields: [{ name: 'answer', state: 'wrong' }] };
  const sdp = text(answer, 'sdp');
  const type = text(answer, 'type');
  return {
    fields: [sdp, type].map((field) => ({ ...field, name: `answer.${field.name}` })),
    sdp: sdp.value,
    type: type.value,
  };
}

function finding<Value>(
  fields: readonly Field<unknown>[],
  partial: Partial<Value>,
  value: Value | undefined,
): Finding<Value> {
  const names = (state: Field<unknown>['state']) =>
    fields.filter((field) => field.state === state).flatMap((field) => field.wrong ?? [field.name]);
  return {
    absent: names('absent'),
    wrong: names('wrong'),
    snake: names('snake'),
    partial,
    value,
  };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
