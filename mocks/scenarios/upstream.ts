import type { Fault } from '../world.ts';

/** The service's error envelope, instead of its own answer. */
export function envelopeFault(status: number, message: string, type: string): Fault {
  return { kind: 'reply', reply: { status, body: { error: { message, type, param: null, code: null } } } };
}

/** A page in HTML, as an edge, a proxy or a web framework shows it. */
export function pageFault(status: number, title: string, text: string): Fault {
  const body = `<!doctype html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>\n`;
  return { kind: 'reply', reply: { status, body } };
}
