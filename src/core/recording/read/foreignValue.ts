import { isObject, type Json } from '../../session/foreignJson.ts';

/** The beginning of a text of somebody else's, `undefined` for anything else. */
export function textOf(value: unknown, most = 4_096): string | undefined {
  return typeof value === 'string' ? value.slice(0, most) : undefined;
}

/** A finite number, also one written as text. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** The own member of an object; nothing that it inherits. */
export function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** `{ [name]: value }`, or nothing where there is no value: for spreading. */
export function given<K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  // One member of that name is what the type says.
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]: V });
}
