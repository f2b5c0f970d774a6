import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** data channels that the page made; not part of the app */
    channels: RTCDataChannel[];
  }
}

/** Runs in the page before the app: keeps the data channels, so that messages can be handed to them. */
export function keepChannels(): void {
  window.channels = [];
  const real = Object.getOwnPropertyDescriptor(RTCPeerConnection.prototype, 'createDataChannel')?.value as (
    ...args: unknown[]
  ) => RTCDataChannel;
  function createDataChannel(this: RTCPeerConnection, ...args: unknown[]): RTCDataChannel {
    const channel: RTCDataChannel = Reflect.apply(real, this, args);
    window.channels.push(channel);
    return channel;
  }
  Object.defineProperty(RTCPeerConnection.prototype, 'createDataChannel', { value: createDataChannel });
}

export interface Fed {
  /** ms from the first message to the last */
  readonly took: number;
  /** ms of the longest task of the page meanwhile */
  readonly longest: number;
  /** tasks longer than 50 ms */
  readonly long: number;
  /** frames drawn, a second */
  readonly frames: number;
}

/**
 * Messages arrive on the session's data channel as if the far end had sent them, so many a second (as fast as they are
 * taken where undefined), a few in each task, as a browser delivers them.
 */
export function feed(page: Page, options: { readonly count: number; readonly rate?: number }): Promise<Fed> {
  return page.evaluate(async ({ count, rate = Number.POSITIVE_INFINITY }) => {
    const channel = window.channels.at(-1);
    if (channel === undefined) throw new Error('no data channel');
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    });
    observer.observe({ type: 'longtask' });
    let frames = 0;
    let going = true;
    const frame = () => {
      frames += 1;
      if (going) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const { port1, port2 } = new MessageChannel();
    const began = performance.now();
    let sent = 0;
    await new Promise<void>((resolve) => {
      port1.start();
      port1.addEventListener('message', () => {
        const due = Math.min(count, Math.ceil(((performance.now() - began) / 1000) * rate), sent + 50);
        for (; sent < due; sent += 1) {
          const data = `{"type":"response.audio_transcript.delta","index":${sent},"delta":"and so on"}`;
          channel.dispatchEvent(new MessageEvent('message', { data }));
        }
        if (sent < count) port2.postMessage(undefined);
        else resolve();
      });
      port2.postMessage(undefined);
    });
    const took = performance.now() - began;
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    going = false;
    observer.disconnect();
    port1.close();
    return {
      took,
      longest: Math.max(0, ...longTasks),
      long: longTasks.length,
      frames: (frames * 1000) / (took + 300),
    };
  }, options);
}
