import { asText, isObject } from './foreignJson.ts';
import type { ValidationItem } from './reply.ts';

/** FastAPI's list of what was wrong with a request, without the `input` that it echoes; `undefined` where it is none. */
export function validationItems(value: unknown): readonly ValidationItem[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const objects = value.filter(isObject);
  const looksRight = value.length === 0 || objects.some((item) => 'loc' in item || 'msg' in item);
  if (!looksRight) return undefined;
  return objects.slice(0, 100).map((item) => ({
    type: asText(item.type) ?? 'unknown',
    loc: (Array.isArray(item.loc) ? item.loc : []).filter(
      (part): part is string | number => typeof part === 'string' || typeof part === 'number',
    ),
    msg: asText(item.msg) ?? '',
  }));
}
