import type { StoredRecording } from '../../core/recording/storedRecording.ts';
import type { IconName } from '../kit/Icon.tsx';

/** `812 bytes`, `34 kB`, `1.2 MB` */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Day and minute of this computer's clock: who looks for a run remembers when it was. */
export function whenWords(startedAt: number): string {
  return new Date(startedAt).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}

/** What became of it, with the sign of the same meaning. */
export function outcomeWords({ state, outcome }: Pick<StoredRecording, 'state' | 'outcome'>): {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: 'ok' | 'error' | 'warn' | 'quiet' | 'busy';
} {
  if (state === 'broken-off') return { word: 'Broken off', icon: 'warn', tone: 'warn' };
  switch (outcome) {
    case 'connected':
      return { word: 'Connected', icon: 'check', tone: 'ok' };
    case 'failed':
      return { word: 'Failed', icon: 'cross', tone: 'error' };
    case 'stopped':
      return { word: 'Stopped', icon: 'stop', tone: 'quiet' };
    case 'paused':
      return { word: 'Paused', icon: 'pause', tone: 'busy' };
    case 'running':
      return { word: 'Running', icon: 'running', tone: 'busy' };
    case 'idle':
      return { word: 'Empty', icon: 'ring', tone: 'quiet' };
  }
}

const words: Readonly<Record<StoredRecording['target'], string>> = {
  simulated: 'Simulated',
  live: 'Live',
  watched: 'Watched',
};

export function targetWord(target: StoredRecording['target']): string {
  return words[target];
}

/** Those in whose line every word stands. */
export function searchRecordings(list: readonly StoredRecording[], text: string): readonly StoredRecording[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return list.filter((recording) => {
    const { name = '', scenario = '', verdict, target, startedAt } = recording;
    const hay = [
      name,
      scenario,
      targetWord(target),
      outcomeWords(recording).word,
      verdict?.title ?? '',
      verdict?.code ?? '',
      verdict?.variant ?? '',
      whenWords(startedAt),
    ]
      .join(' ')
      .toLowerCase();
    return wanted.every((word) => hay.includes(word));
  });
}
