import { isObject, parseJson } from '../../session/foreignJson.ts';
import type { PersonalText } from './personalText.ts';

/** Members of JSON text, also where it is cut off, or stands escaped within other JSON. */
const plainMember = /("(sub|api_key_id|username|instructions)"\s*:\s*")((?:[^"\\]|\\[^])*)/g;
const escapedMember =
  /(\\"(sub|api_key_id|username|instructions)\\"\s*:\s*\\")((?:[^"\\]|\\\\(?:\\\\|\\"|[^\\"])|\\[^"\\])*)/g;

export function membersIn(text: string, texts: PersonalText): string {
  const replace = (_: string, before: string, name: string, value: string) =>
    before + member(name, value, texts);
  const plain = text.includes('"') ? text.replace(plainMember, replace) : text;
  return plain.includes('\\"') ? plain.replace(escapedMember, replace) : plain;
}

function member(name: string, value: string, texts: PersonalText): string {
  switch (name) {
    case 'sub':
      return texts.named('subjects', value);
    case 'api_key_id':
      return texts.named('api-key-ids', value);
    case 'username':
      return texts.turnUsername(value);
    default:
      return texts.said('instructions', value);
  }
}

/** A request's body may hold the conversation so far. */
const spokenMember = /("(?:transcript|text|content)"\s*:\s*")((?:[^"\\]|\\[^])*)/g;

/** The text of a request, without what was said in it. */
export function saidIn(body: string, texts: PersonalText): string {
  const inside = membersIn(body, texts);
  return inside.replace(
    spokenMember,
    (_, before: string, value: string) => before + texts.said('transcripts', value),
  );
}

/** Members of a channel message that nobody wrote or said. */
const unspoken =
  /^(?:type|event|object|role|status|model|voice|code|param|modalit(?:y|ies)|format|language|reason|id|\w+_(?:id|at|format))$/;
const anyMember = /("(\w+)"\s*:\s*")((?:[^"\\]|\\[^])*)/g;

/** A message on the data channel: its structure stays, what was said in it goes. */
export function unsaidMessage(text: string, texts: PersonalText): string {
  if (texts.keeps('transcripts')) return membersIn(texts.replaced(text), texts);
  if (/^\[binary \d+ bytes\]$/.test(text)) return text;
  const parsed = parseJson(text);
  if (parsed !== undefined && typeof parsed.value === 'object') {
    const spoken = unsaid(parsed.value, '', texts, 0);
    // As it was written, where nothing had to be replaced.
    return isDeepEqual(spoken, parsed.value) ? text : JSON.stringify(spoken);
  }
  if (!/^\s*\{\s*"/.test(text)) return texts.said('transcripts', text);
  return text.replace(anyMember, (_, before: string, name: string, value: string) => {
    return before + spokenText(value, name, texts);
  });
}

const deepestMessage = 100;

function unsaid(value: unknown, key: string, texts: PersonalText, depth: number): unknown {
  if (depth > deepestMessage) return '[nested too deeply]';
  if (typeof value === 'string') return spokenText(value, key, texts);
  if (Array.isArray(value)) return value.map((item) => unsaid(item, key, texts, depth + 1));
  if (!isObject(value)) return value;
  const inError = key === 'error';
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      inError && name === 'message' && typeof inner === 'string'
        ? texts.replaced(inner)
        : unsaid(inner, name, texts, depth + 1),
    ]),
  );
}

function isDeepEqual(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) {
    return one === other;
  }
  const members = new Map(Object.entries(other));
  return Object.entries(one).every(([name, value]) => isDeepEqual(value, members.get(name)));
}

function spokenText(value: string, name: string, texts: PersonalText): string {
  if (name === 'instructions') return texts.said('instructions', value);
  if (name === 'sub') return texts.named('subjects', value);
  if (name === 'api_key_id') return texts.named('api-key-ids', value);
  return unspoken.test(name) ? texts.replaced(value) : texts.said('transcripts', value);
}
