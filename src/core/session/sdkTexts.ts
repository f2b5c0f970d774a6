import type { PassedOn } from './reply.ts';

/** The texts of `@orga-ai/node`, whatever stands around them (orga-contract.md, section c). */
const anywhere =
  /(?:Failed to fetch (?:ephemeral token|ICE servers):|Failed to get session config:|Invalid API key or user email)[^\r\n<]*/;

/** Texts of the Node SDK, of Node's own fetch, and of the service about an API key: too plain to be looked for inside others. */
const alone =
  /^(?:invalid api key|api key is required|user email is required|invalid email format|incorrect or inactive api key provided|fetch failed|(?:this|the) operation was aborted(?: due to timeout)?|signal is aborted(?: without reason)?)\.?$/i;

const names = /^(?:OrgaAIError|OrgaAIAuthenticationError|OrgaAIServerError)$/;
const codes = /^(?:AUTHENTICATION_ERROR|SERVER_ERROR)$/;

/** Members in which backends put the text of an error that they caught. */
const messageMembers = [
  'message',
  'error',
  'detail',
  'details',
  'reason',
  'msg',
  'error_description',
  'title',
];

/** What a single text passes on of an upstream error, `undefined` where it is no text of the SDK's. */
export function passedOnInText(text: string): PassedOn | undefined {
  const rest = text.trim().replace(/^\w*Error:\s*/, '');
  const message = alone.test(rest) ? rest : anywhere.exec(text)?.[0].trim();
  if (message === undefined) return undefined;
  const name = /\bOrgaAI(?:Authentication|Server)?Error\b/.exec(text)?.[0];
  return { ...(name === undefined ? {} : { name }), message: message.slice(0, 500) };
}

/** What an object passes on: one with the SDK's `name` or `code`, or with one of its texts as the message. */
export function passedOnInObject(value: Readonly<Record<string, unknown>>): PassedOn | undefined {
  const { name, code, status } = value;
  const texts = messageMembers.map((member) => value[member]).filter((text) => typeof text === 'string');
  const told = texts.map((text) => passedOnInText(text)).find((each) => each !== undefined);
  const knownName = typeof name === 'string' && names.test(name) ? name : told?.name;
  const knownCode = typeof code === 'string' && codes.test(code) ? code : undefined;
  if (knownName === undefined && knownCode === undefined && told === undefined) return undefined;
  const message = told?.message ?? texts[0]?.slice(0, 500);
  const number = typeof status === 'string' && /^\d{3}$/.test(status) ? Number(status) : status;
  return {
    ...(knownName === undefined ? {} : { name: knownName }),
    ...(knownCode === undefined ? {} : { code: knownCode }),
    ...(typeof number === 'number' ? { status: number } : {}),
    ...(message === undefined ? {} : { message }),
  };
}

/** Whether this is what the service itself says of an API key, with no mark of the SDK on it. */
export function isServiceText({ name, code, message = '' }: PassedOn): boolean {
  return (
    name === undefined && code === undefined && /^incorrect or inactive api key provided\.?$/i.test(message)
  );
}
