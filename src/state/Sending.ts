import { type ReadonlySignal, signal } from '@preact/signals';
import { type Anonymised, anonymise, type PersonalKind } from '../core/recording/anonymise.ts';
import { fileName } from '../core/recording/fileName.ts';
import { findLeaks, type Leak } from '../core/recording/findLeaks.ts';
import type { Recording } from '../core/recording/recording.ts';
import { type Fragment, toFragment } from '../core/recording/shareFragment.ts';
import { type ExportFormat, exportFormats } from '../core/recording/write/exportFormat.ts';
import { exportRecording } from '../core/recording/write/exportRecording.ts';

/** What would leave, checked. */
export interface Draft {
  readonly format: ExportFormat;
  readonly text: string;
  readonly replaced: Anonymised['replaced'];
  /** empty: nothing was found that must not leave */
  readonly leaks: readonly Leak[];
  /** a recording is packed */
  readonly fileName: string;
}

export interface SharedLink {
  readonly url: string;
  readonly leftOut: readonly string[];
}

/** Turns what is looked at into something that can be sent. Nothing leaves that the self-test objects to. */
export interface Sending {
  /** kinds of personal data that the user wants left as they are */
  readonly keep: ReadonlySignal<readonly PersonalKind[]>;
  setKeep(kind: PersonalKind, kept: boolean): void;
  draft(recording: Recording, format: ExportFormat, keep?: readonly PersonalKind[]): Draft;
  /** the file's bytes */
  pack(draft: Draft): Promise<Blob>;
  /** a link that holds the recording, or why there is none */
  link(recording: Recording): Promise<SharedLink | { readonly reason: string }>;
}

export interface SendingWorld {
  /** every secret that this tab has seen */
  readonly secrets: () => readonly string[];
  /** absolute URL of the page, without query and fragment */
  readonly pageUrl: string;
  readonly gzip: (text: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly deflate: (text: string) => Promise<Uint8Array<ArrayBuffer>>;
}

export function createSending({ secrets, pageUrl, gzip, deflate }: SendingWorld): Sending {
  const keep = signal<readonly PersonalKind[]>([]);

  function draft(recording: Recording, format: ExportFormat, kept = keep.peek()): Draft {
    const { recording: sent, replaced } = anonymise(recording, { keep: kept });
    const text = exportRecording(sent, format);
    const { extension } = exportFormats[format];
    return {
      format,
      text,
      replaced,
      leaks: findLeaks(text, secrets()),
      fileName: fileName(sent, format === 'recording' ? `${extension}.gz` : extensionOf(format)),
    };
  }

  return {
    keep,
    setKeep(kind, kept) {
      const others = keep.peek().filter((each) => each !== kind);
      keep.value = kept ? [...others, kind] : others;
    },
    draft,
    async pack({ format, text }) {
      if (format === 'recording') return new Blob([await gzip(text)], { type: 'application/gzip' });
      return new Blob([text], { type: exportFormats[format].mediaType });
    },
    async link(recording) {
      const checked = draft(recording, 'recording');
      if (checked.leaks.length > 0) return { reason: leakWords(checked.leaks) };
      const { recording: sent } = anonymise(recording, { keep: keep.peek() });
      const made: Fragment = await toFragment(sent, deflate);
      if (!made.ok) return { reason: made.reason };
      return { url: `${pageUrl}#${made.fragment}`, leftOut: made.leftOut };
    },
  };
}

/** Where two formats have the same extension, the name tells which it is. */
function extensionOf(format: ExportFormat): string {
  const { extension } = exportFormats[format];
  return format === 'webrtc-internals' ? `webrtc-internals.${extension}` : extension;
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
