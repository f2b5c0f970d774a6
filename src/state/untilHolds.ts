import { effect } from '@preact/signals';

/** Resolves as soon as `holds` does; it reads signals, so nothing is polled. Rejects after `timeout` ms, if there is one. */
export async function untilHolds(
  holds: () => boolean,
  after: (ms: number, task: () => void) => () => void,
  timeout?: number,
): Promise<void> {
  const stops: (() => void)[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      stops.push(
        effect(() => {
          if (holds()) resolve();
        }),
      );
      if (timeout !== undefined) stops.push(after(timeout, () => reject(new Error('timeout'))));
    });
  } finally {
    for (const stop of stops) stop();
  }
}
