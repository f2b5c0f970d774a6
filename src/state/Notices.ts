import { type ReadonlySignal, signal } from '@preact/signals';
import type { Notice } from './contracts.ts';

/** Messages beside the cause; one of each id. */
export interface Notices {
  readonly notices: ReadonlySignal<readonly Notice[]>;
  notify(notice: Notice): void;
  dismiss(id: string): void;
}

export function createNotices(): Notices {
  const notices = signal<readonly Notice[]>([]);
  return {
    notices,
    notify(notice) {
      notices.value = [...notices.value.filter(({ id }) => id !== notice.id), notice];
    },
    dismiss(id) {
      notices.value = notices.value.filter((notice) => notice.id !== id);
    },
  };
}
