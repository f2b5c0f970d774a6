import type { CatalogueRow } from '../../core/catalogue/catalogueRow.ts';

export interface DocsGroup {
  readonly title: string;
  readonly entries: readonly CatalogueRow[];
}

/** By what a code begins with; the last one takes the others. */
const families: readonly (readonly [title: string, begins: readonly string[]])[] = [
  ['Microphone, camera, playback', ['media.', 'play.', 'ctx.']],
  ['Configuration and SDP', ['cfg.', 'sdp.', 'sig.', 'pc.', 'ice.add']],
  [
    'Gathering: STUN and TURN',
    ['turn.', 'turns.', 'gather.', 'relay.', 'ice.dns', 'ice.benign701', 'net.udp-blocked'],
  ],
  ['Connection and call', ['ice.', 'dtls.', 'dc.', 'net.', 'app.', 'clock.', 'connection.']],
  ['Requests and settings', ['']],
];

/** The catalogue in the order in which a session meets it, the specification's rows first; empty groups left out. */
export function docsGroups(catalogue: readonly CatalogueRow[], text: string): readonly DocsGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = catalogue.filter((entry) => {
    const hay = [entry.code, entry.title, entry.cause, ...entry.variants.map(({ title }) => title)];
    return words.every((word) => hay.join(' ').toLowerCase().includes(word));
  });
  const ours = found.filter(({ origin }) => origin === 'debugger');
  const familyOf = ({ code }: CatalogueRow) => {
    // `ice.dns` belongs to gathering, though `ice.` in general does not: the longest beginning counts.
    const [best] = families
      .flatMap(([title, begins]) =>
        begins.filter((begin) => code.startsWith(begin)).map((begin) => ({ title, begin })),
      )
      .toSorted((left, right) => right.begin.length - left.begin.length);
    return best?.title;
  };
  return [
    { title: 'The specification', entries: found.filter(({ origin }) => origin === 'specification') },
    ...families.map(([title]) => ({ title, entries: ours.filter((entry) => familyOf(entry) === title) })),
  ].filter(({ entries }) => entries.length > 0);
}
