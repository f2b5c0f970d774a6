import { type ReadonlySignal, signal } from '@preact/signals';
import { type Anonymised, anonymise, type PersonalKind } from '../core/recording/anonymise.ts';
import type { Leak } from '../core/recording/findLeaks.ts';
import type { Recording } from '../core/recording/recording.ts';
import { type Fragment, toFragment } from '../core/recording/shareFragment.ts';
import type { ExportFormat } from '../core/recording/write/exportFormat.ts';
import type { ExportOrder } from '../core/recording/write/prepareExport.ts';

/** What would leave, checked. */
export interface Draft {
  readonly format: ExportFormat;
  /** the text; a recording is yet to be packed */
  readonly blob: Blob;
  /** characters */
  readonly size: number;
  /** all that there is to replace, also what stays on the user's wish */
  readonly replaced: Anonymised['replaced'];
  /** empty: nothing was found that must not leave */
  readonly leaks: readonly Leak[];
  readonly fileName: string;
}

export interface SharedLink {
  readonly url: string;
  readonly leftOut: readonly string[];
}

export interface DraftOptions {
  readonly keep?: readonly PersonalKind[];
  /** ends the work; the promise then rejects with an `AbortError` */
  readonly signal?: AbortSignal;
  /** 0 to 1 */
  readonly onProgress?: (part: number) => void;
}

/** Turns what is looked at into something that can be sent. Nothing leaves that the self-test objects to. */
export interface Sending {
  /** kinds of personal data that the user wants left as they are */
  readonly keep: ReadonlySignal<readonly PersonalKind[]>;
  setKeep(kind: PersonalKind, kept: boolean): void;
  /** Large recordings are worked on beside the page's thread. Rejects with an `Error` for the user. */
  draft(recording: Recording, format: ExportFormat, options?: DraftOptions): Promise<Draft>;
  /** the file as it is saved */
  pack(draft: Draft): Promise<Blob>;
  /** a link that holds the recording, or why there is none */
  link(recording: Recording): Promise<SharedLink | { readonly reason: string }>;
}

export interface SendingWorld {
  /** every secret that this tab has seen */
  readonly secrets: () => readonly string[];
  /** absolute URL of the page, without query and fragment */
  readonly pageUrl: string;
  readonly gzip: (text: Blob) => Promise<Uint8Array<ArrayBuffer>>;
  readonly deflate: (text: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly exportFile: (
    recording: Recording,
    order: ExportOrder,
    options: Pick<DraftOptions, 'signal' | 'onProgress'>,
  ) => Promise<Omit<Draft, 'format'>>;
}

/** However alike its entries are, a longer log fits into no link. */
const mostInLink = 2_000;

export function createSending({ secrets, pageUrl, gzip, deflate, exportFile }: SendingWorld): Sending {
  const keep = signal<readonly PersonalKind[]>([]);

  async function draft(
    recording: Recording,
    format: ExportFormat,
    options: DraftOptions = {},
  ): Promise<Draft> {
    const { keep: kept = keep.peek(), ...rest } = options;
    const made = await exportFile(recording, { format, keep: kept, secrets: secrets() }, rest);
    return { format, ...made };
  }

  return {
    keep,
    setKeep(kind, kept) {
      const others = keep.peek().filter((each) => each !== kind);
      keep.value = kept ? [...others, kind] : others;
    },
    draft,
    async pack({ format, blob }) {
      return format === 'recording' ? new Blob([await gzip(blob)], { type: 'application/gzip' }) : blob;
    },
    async link(recording) {
      const entries = recording.log.length;
      if (entries > mostInLink) {
        return {
          reason: `The recording has ${entries.toLocaleString('en')} entries; a link holds a few hundred. Send the file instead.`,
        };
      }
      const { leaks } = await draft(recording, 'recording');
      if (leaks.length > 0) return { reason: leakWords(leaks) };
      const { recording: sent } = anonymise(recording, { keep: keep.peek() });
      const made: Fragment = await toFragment(sent, deflate);
      if (!made.ok) return { reason: made.reason };
      return { url: `${pageUrl}#${made.fragment}`, leftOut: made.leftOut };
    },
  };
}

/** Why nothing leaves: what was found, and where. Never the secret itself. */
export function leakWords(leaks: readonly Leak[]): string {
  const [first] = leaks;
  if (first === undefined) return '';
  const what =
    first.kind === 'seen' ? 'a secret that this tab has used' : `what looks like a secret (${first.kind})`;
  const within = first.within === undefined ? '' : `, written in ${first.within}`;
  const more = leaks.length === 1 ? '' : `, and ${leaks.length - 1} more`;
  return `Nothing was sent: the self-test found ${what} on line ${first.line}${within}${more}. Please report this: it must not happen.`;
}
