import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { EditCheck, NextRequest, RequestEdit, RequestText } from '../core/session/requestEdit.ts';

/** The request that a paused run will send next, with what the user changed of it. */
export interface PendingRequest extends EditCheck {
  readonly text: RequestText;
  readonly edit: RequestEdit;
}

export interface PendingRequestModel {
  readonly pending: ReadonlySignal<PendingRequest | undefined>;
  hold(next: NextRequest | undefined): void;
  change(edit: RequestEdit): void;
  /** what was changed; from now on nothing is pending */
  take(): RequestEdit | undefined;
}

export function createPendingRequest(): PendingRequestModel {
  const next = signal<NextRequest | undefined>(undefined);
  const edit = signal<RequestEdit>({});
  return {
    pending: computed(() => {
      if (next.value === undefined) return undefined;
      const { text, check } = next.value;
      return { text, edit: edit.value, ...check(edit.value) };
    }),
    hold(request) {
      edit.value = {};
      next.value = request;
    },
    change(changed) {
      edit.value = withoutUnchanged(changed, next.peek()?.text);
    },
    take() {
      const taken = edit.peek();
      next.value = undefined;
      edit.value = {};
      return Object.keys(taken).length === 0 ? undefined : taken;
    },
  };
}

/** What reads as before is sent as it is, and the log calls it edited no more. */
function withoutUnchanged({ path, headers, body }: RequestEdit, text: RequestText | undefined): RequestEdit {
  return {
    ...(path !== undefined && path !== text?.path && { path }),
    ...(headers !== undefined && headers !== text?.headers && { headers }),
    ...(body !== undefined && body !== text?.body && { body }),
  };
}
