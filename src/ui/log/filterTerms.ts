/** The terms of a filter text, quoted ones whole. */
function termsOf(text: string): readonly string[] {
  return text.match(/-?[\w]*:?"[^"]*"|\S+/g) ?? [];
}

/** True where the text has exactly this term. */
export function hasTerm(text: string, term: string): boolean {
  return termsOf(text).includes(term);
}

/** The text with the term added, or without it where it was there. */
export function toggleTerm(text: string, term: string): string {
  const terms = termsOf(text);
  return (terms.includes(term) ? terms.filter((other) => other !== term) : [...terms, term]).join(' ');
}
