interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** Start tags of a page as a tokeniser finds them (HTML, section 13.2.5), text of scripts and styles left out. */
export function tagsOf(page: string): readonly Tag[] {
  const tags: Tag[] = [];
  let rest = page.replace(/^<!doctype html>/, '');
  while (true) {
    const begin = rest.indexOf('<');
    if (begin < 0) return tags;
    rest = rest.slice(begin);
    const match = /^<(\/?)([^\s/>]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/.exec(rest);
    if (match === null) return [...tags, { name: rest.slice(0, 40), attributes: [] }];
    const [all, slash, name = '', attributes = ''] = match;
    if (slash === '') {
      const own = Array.from(
        attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g),
        ([, key = '', value = '']) => [key, value] as const,
      );
      tags.push({ name: name.toLowerCase(), attributes: own });
    }
    rest = rest.slice(all.length);
    if (slash === '' && /^(?:script|style)$/i.test(name))
      rest = rest.slice(rest.search(new RegExp(`</${name}`, 'i')));
  }
}
