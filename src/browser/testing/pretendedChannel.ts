/** An end of a `MessageChannel` for tests: what is posted arrives at once, as a copy. */
class PretendedPort extends EventTarget {
  other: PretendedPort | undefined;
  start() {}
  close() {
    if (this.other !== undefined) this.other.other = undefined;
    this.other = undefined;
  }
  postMessage(data: unknown) {
    this.other?.dispatchEvent(Object.assign(new Event('message'), { data: structuredClone(data) }));
  }
}

/** Two windows' channel (HTML, section 9.4) without waiting. */
export class PretendedChannel {
  readonly port1 = new PretendedPort();
  readonly port2 = new PretendedPort();
  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}

/** All that arrives at a port from now on. */
export function heardAt(port: EventTarget): Record<string, unknown>[] {
  const heard: Record<string, unknown>[] = [];
  port.addEventListener('message', (event) =>
    heard.push(Reflect.get(event, 'data') as Record<string, unknown>),
  );
  return heard;
}
