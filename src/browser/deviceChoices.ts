/** One device that can be asked for. Without permission browsers keep its name to themselves: the label is empty. */
export interface DeviceChoice {
  /** `deviceId` of Media Capture and Streams, section 9.2.1; another for each origin */
  readonly id: string;
  readonly label: string;
}

/**
 * Tells the devices of a kind, now and whenever one is plugged in or out, until the returned function is called. Those
 * without an id cannot be asked for: Chromium lists one such of each kind until the permission is given.
 */
export function watchDeviceChoices(
  kind: 'audioinput' | 'videoinput',
  tell: (choices: readonly DeviceChoice[]) => void,
): () => void {
  // Absent wherever the page is not a secure context, whatever its types say.
  if (Reflect.get(navigator, 'mediaDevices') === undefined) return () => undefined;
  const { mediaDevices } = navigator;
  const over = new AbortController();
  async function list(): Promise<void> {
    try {
      const found = await mediaDevices.enumerateDevices();
      const ours = found.filter((device) => device.kind === kind && device.deviceId !== '');
      if (!over.signal.aborted) tell(ours.map(({ deviceId, label }) => ({ id: deviceId, label })));
    } catch {
      // A policy forbids the list: then there is nothing to choose from, and the switch says why.
    }
  }
  mediaDevices.addEventListener('devicechange', () => void list(), { signal: over.signal });
  void list();
  return () => over.abort();
}
