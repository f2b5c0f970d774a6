import { asText, deepest, heldBy, isObject, type Json, parseJson, walk } from './foreignJson.ts';
import type { PassedOn, ReplyReading, ValidationItem } from './reply.ts';
import { isServiceText, passedOnInObject, passedOnInText } from './sdkTexts.ts';
import { validationItems } from './validationItems.ts';

interface ReplyText {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly text: string;
}

/**
 * Reads an error reply as it really comes; never throws. Who answered is decided first and by shape alone: Orga's
 * envelope (also one inside another's `message`, as an object or as JSON text) and FastAPI's `detail` are the
 * service's, the Node SDK's texts are the developer's backend's, everything else is nobody's that can be named.
 */
export function readReply({ contentType = '', text }: ReplyText): ReplyReading {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body === '') return { format: 'empty', answeredBy: 'unknown' };
  if (body.startsWith('<')) return readHtml(body);
  const parsed = parseJson(body);
  if (parsed !== undefined) return readJson(parsed.value);
  if (/html/i.test(contentType)) return readHtml(body);
  if (/json/i.test(contentType) || /^[{["]/.test(body)) {
    return { format: 'malformed-json', answeredBy: 'unknown' };
  }
  return readText(body, 'text');
}

function readHtml(body: string): ReplyReading {
  const passedOn = passedOnInText(body.slice(0, 100_000));
  const title = /<(title|h1)\b[^>]*>([^<]*)/i.exec(body.slice(0, 20_000))?.[2]?.replace(/\s+/g, ' ').trim();
  const message = passedOn?.message ?? (title === '' ? undefined : title);
  return {
    format: 'html',
    answeredBy: passedOn === undefined ? 'unknown' : 'backend',
    ...(message === undefined ? {} : { message: message.slice(0, 200) }),
    ...(passedOn === undefined ? {} : { passedOn }),
  };
}

function readText(text: string, format: 'text' | 'json'): ReplyReading {
  const passedOn = passedOnInText(text.slice(0, 100_000));
  if (passedOn !== undefined) return fromBackend('sdk-text', passedOn);
  return { format, answeredBy: 'unknown', message: text.slice(0, 500) };
}

function readJson(value: unknown): ReplyReading {
  if (typeof value === 'string') {
    const inner = parseJson(value);
    return isObject(inner?.value) ? readJson(inner.value) : readText(value, 'json');
  }
  const envelope = isObject(value) ? readEnvelope(value) : undefined;
  const passedOn = findPassedOn(value);
  // In its own envelope the service's own text about a key is first hand, not passed on.
  if (passedOn !== undefined && !(envelope !== undefined && isServiceText(passedOn))) {
    return fromBackend('sdk-text', passedOn);
  }
  if (!isObject(value)) return { format: 'json', answeredBy: 'unknown' };
  return envelope ?? readDetail(value) ?? readForeign(value);
}

function fromBackend(format: 'sdk-text', passedOn: PassedOn): ReplyReading {
  return {
    format,
    answeredBy: 'backend',
    ...(passedOn.code === undefined ? {} : { code: passedOn.code }),
    ...(passedOn.message === undefined ? {} : { message: passedOn.message }),
    passedOn,
  };
}

/** `{error: {message, type, param, code}}`, the innermost of those that stand inside each other. */
function readEnvelope(value: Json): ReplyReading | undefined {
  const outer = envelopeIn(value);
  if (outer === undefined) return undefined;
  let inner = outer;
  let nested = false;
  let type = asText(outer.type);
  let code = asText(outer.code);
  let param = asText(outer.param);
  let detail: readonly ValidationItem[] | undefined;
  for (let depth = 0; depth < deepest; depth += 1) {
    const held = heldBy(inner.message);
    if (held === undefined) break;
    detail = validationItems(isObject(held) ? held.detail : held);
    const next = isObject(held) ? (envelopeIn(held) ?? held) : undefined;
    nested = true;
    if (detail !== undefined || next === undefined) break;
    inner = next;
    type = asText(inner.type) ?? type;
    code = asText(inner.code) ?? code;
    param = asText(inner.param) ?? param;
  }
  const message = detail?.[0]?.msg ?? asText(inner.message) ?? asText(inner.detail);
  return {
    format: 'envelope',
    answeredBy: 'orga',
    ...(nested ? { nested } : {}),
    ...(type === undefined ? {} : { type }),
    ...(code === undefined ? {} : { code }),
    ...(param === undefined ? {} : { param }),
    ...(message === undefined ? {} : { message }),
    ...(detail === undefined ? {} : { detail }),
  };
}

/** The error object where it is Orga's by shape: `type` or `param` beside the message, or an envelope as the message. */
function envelopeIn(value: Json): Json | undefined {
  const { error } = value;
  if (isObject(error)) {
    if ('type' in error || 'param' in error) return error;
    const held = heldBy(error.message);
    return isObject(held) && envelopeIn(held) !== undefined ? error : undefined;
  }
  const bare = 'message' in value && 'type' in value && ('param' in value || 'code' in value);
  return bare ? value : undefined;
}

/** FastAPI: `{detail: [{loc, msg, type}]}`, `{detail: "text"}`, or what an HTTPException was given as `detail`. */
function readDetail(value: Json): ReplyReading | undefined {
  const { detail } = value;
  const items = validationItems(detail);
  if (items !== undefined) {
    const message = items[0]?.msg;
    return {
      format: 'detail',
      answeredBy: 'orga',
      ...(message === undefined ? {} : { message }),
      detail: items,
    };
  }
  const held = heldBy(detail);
  if (isObject(held)) {
    const reading = readEnvelope(held) ?? readDetail(held);
    if (reading !== undefined) return { ...reading, nested: true };
  }
  const message = typeof detail === 'string' ? asText(detail) : undefined;
  return message === undefined ? undefined : { format: 'detail', answeredBy: 'orga', message };
}

/** JSON of somebody else: what it says, but not who says it. An envelope deep inside was passed on from upstream. */
function readForeign(value: Json): ReplyReading {
  const upstream = upstreamEnvelope(value);
  if (upstream !== undefined) {
    const { type, message } = upstream;
    return {
      ...upstream,
      format: 'json',
      answeredBy: 'backend',
      passedOn: {
        ...(type === undefined ? {} : { code: type }),
        ...(message === undefined ? {} : { message }),
      },
    };
  }
  const error = isObject(value.error) ? value.error : value;
  const message = ['message', 'error', 'msg', 'detail', 'error_description', 'title', 'reason']
    .map((name) => asText(error[name]))
    .find((text) => text !== undefined);
  const type = asText(error.type);
  const code = asText(error.code);
  return {
    format: 'json',
    answeredBy: 'unknown',
    ...(type === undefined ? {} : { type }),
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
  };
}

function upstreamEnvelope(value: Json): ReplyReading | undefined {
  for (const each of walk(value)) {
    if (!isObject(each)) continue;
    const { error } = each;
    if (isObject(error) || (Array.isArray(each.detail) && each.detail.length > 0)) {
      const reading = readEnvelope(each) ?? readDetail(each);
      if (reading !== undefined) return reading;
    }
  }
  return undefined;
}

function findPassedOn(value: unknown): PassedOn | undefined {
  for (const each of walk(value)) {
    const found = isObject(each)
      ? passedOnInObject(each)
      : typeof each === 'string'
        ? passedOnInText(each)
        : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
