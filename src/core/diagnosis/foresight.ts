import type { CatalogueEntry, Variant } from '../catalogue/entry.ts';
import { catalogue } from '../catalogue/index.ts';
import type { LogEntryOf } from '../session/log.ts';
import type { Diagnosis } from './diagnosis.ts';
import { silenceInWords } from './silences.ts';

/** What one silence will be taken for, where nothing more is known; nothing for a code that is not in the catalogue. */
export function foresight(silence: LogEntryOf<'watch'>): readonly Diagnosis[] {
  const entry: CatalogueEntry | undefined = catalogue.find(({ code }) => code === silence.foresees);
  const variants = Object.entries<Variant>(entry?.variants ?? {});
  // Some variants are named after the layer that is waited for; else the first is the usual one.
  const chosen = variants.find(([name]) => name === silence.watch) ?? variants[0];
  if (entry === undefined || chosen === undefined) return [];
  const [variant, { title, actor }] = chosen;
  return [
    {
      code: entry.code,
      variant,
      certainty: 'likely',
      actor,
      title,
      cause: `${silenceInWords(silence)}. ${entry.cause}`,
      remedy: entry.remedy,
      causedBy: { step: silence.step ?? 'connection', entry: silence.id },
      evidence: [{ entry: silence.id, says: silenceInWords(silence) }],
      ruledOut: [],
      discrepancies: [],
    },
  ];
}
