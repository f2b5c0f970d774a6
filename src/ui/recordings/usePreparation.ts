import { useEffect, useState } from 'preact/hooks';
import type { PersonalKind } from '../../core/recording/anonymise.ts';
import type { Recording } from '../../core/recording/recording.ts';
import type { ExportFormat } from '../../core/recording/write/exportFormat.ts';
import type { Draft, Sending } from '../../state/Sending.ts';

export type Preparation =
  | { readonly state: 'preparing'; readonly progress: number; readonly cancel: () => void }
  | { readonly state: 'ready'; readonly draft: Draft }
  | { readonly state: 'failed'; readonly why: string; readonly again: () => void };

/** Makes the file anew whenever something of it is chosen otherwise; the one before is given up. */
export function usePreparation(
  sending: Sending,
  recording: Recording | undefined,
  format: ExportFormat,
  keep: readonly PersonalKind[],
): Preparation {
  const [round, setRound] = useState(0);
  const wanted = `${format} ${keep.join()} ${round}`;
  const [made, setMade] = useState<{ readonly of: string; readonly got: Draft | string }>();
  const [progress, setProgress] = useState(0);
  const [abort, setAbort] = useState(() => new AbortController());
  useEffect(() => {
    if (recording === undefined) return undefined;
    const own = new AbortController();
    setAbort(own);
    setProgress(0);
    const tell = (got: Draft | string) => {
      if (own.signal.aborted && typeof got !== 'string') return;
      setMade({ of: wanted, got });
    };
    sending
      .draft(recording, format, { keep, signal: own.signal, onProgress: setProgress })
      .then(tell, (error: unknown) => tell(own.signal.aborted ? cancelled : wordsOf(error)));
    return () => own.abort();
  }, [sending, recording, wanted]);
  if (made === undefined || made.of !== wanted) {
    return { state: 'preparing', progress, cancel: () => abort.abort() };
  }
  if (typeof made.got !== 'string') return { state: 'ready', draft: made.got };
  return { state: 'failed', why: made.got, again: () => setRound(round + 1) };
}

const cancelled = 'Cancelled: no file was made.';

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
