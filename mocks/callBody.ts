import { fieldsOf } from './fieldsOf.ts';
import { envelope, type HttpReply, jsonReply, validationReply } from './simulatedReply.ts';

export type CallBody =
  /** found before the credential is looked at */
  | { readonly kind: 'not-json'; readonly reply: HttpReply }
  | { readonly kind: 'refused'; readonly reply: HttpReply }
  | { readonly kind: 'call'; readonly offerSdp: string; readonly params: Readonly<Record<string, unknown>> };

/**
 * Reads the body of `POST /v1/realtime/calls`: `{offer: {sdp, type}, params}`. Absent fields are FastAPI's 422;
 * a value out of range is a 400 that names the field in `param`, the envelope's documented place for it.
 */
export function readCall(text: string, paramsRequired: boolean): CallBody {
  if (text === '') return refused(validationReply([{ loc: ['body'], input: null }]));
  const parsed = parse(text);
  if ('error' in parsed) return { kind: 'not-json', reply: invalidJson(text, parsed.error) };
  const fields = fieldsOf(parsed.value);
  const wanted = paramsRequired ? ['offer', 'params'] : ['offer'];
  const absent = wanted.filter((name) => !isPresent(fields.get(name)));
  if (absent.length > 0) {
    return refused(validationReply(absent.map((name) => ({ loc: ['body', name], input: parsed.value }))));
  }
  const offer = fieldsOf(fields.get('offer'));
  const sdp = offer.get('sdp');
  if (typeof sdp !== 'string') {
    return refused(validationReply([{ loc: ['body', 'offer', 'sdp'], input: fields.get('offer') }]));
  }
  const params = fieldsOf(fields.get('params'));
  const temperature = params.get('temperature');
  if (typeof temperature === 'number' && (temperature < 0 || temperature > 1)) {
    const message = 'temperature must be between 0 and 1.';
    return refused(envelope(400, message, 'invalid_request_error', { param: 'temperature' }));
  }
  return { kind: 'call', offerSdp: sdp, params: Object.fromEntries(params) };
}

function refused(reply: HttpReply): CallBody {
  return { kind: 'refused', reply };
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function parse(text: string): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: String(error) };
  }
}

/** The position is the end of the text: where a truncated body stops making sense. */
function invalidJson(text: string, error: string): HttpReply {
  const item = { type: 'json_invalid', loc: ['body', text.length], msg: 'JSON decode error', input: {} };
  return jsonReply(422, { detail: [{ ...item, ctx: { error } }] });
}
