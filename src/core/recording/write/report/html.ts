import { visibleText } from '../visibleText.ts';

/** Markup that was put together here; never made of foreign text alone. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | readonly Html[] | undefined;

/**
 * Markup with values in it: every text is escaped so that it is safe between tags and within quoted attributes, and
 * what a reader would not see in it is named.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = strings.map((text, index) => text + markupOf(parts[index])).join('');
  return { markup };
}

export const nothing: Html = { markup: '' };

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return visibleText(part).replace(/[&<>"']/g, (char) => entities[char] ?? '');
  if ('markup' in part) return part.markup;
  return part.map(({ markup }) => markup).join('');
}

/**
 * JSON that can stand in a script element: nothing in it ends the element or opens a comment (HTML, section 4.12.1.3),
 * and nothing in it turns the writing direction around.
 */
export function scriptJson(value: unknown): Html {
  const json = JSON.stringify(value).replace(
    /[<>&\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return { markup: json };
}
