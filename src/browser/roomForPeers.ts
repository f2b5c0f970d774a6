/** Enough garbage to make the browser collect it, bytes, and how often at most. */
const garbage = { size: 64 * 2 ** 20, most: 60 } as const;

/**
 * Resolves once the browser makes another peer connection, or will not whatever is done. Chromium makes 500 and counts
 * a closed one until it is collected as garbage (measured, Chromium 156), which a quiet page may never do by itself.
 */
export async function roomForPeers(): Promise<void> {
  for (let round = 0; round < garbage.most; round += 1) {
    try {
      new RTCPeerConnection().close();
      return;
    } catch {
      void new ArrayBuffer(garbage.size);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** Makes what needs a peer connection; where closed ones are in the way, once more when they are gone. */
export async function withRoom<T>(make: () => T, isLimit: (error: unknown) => boolean): Promise<T> {
  try {
    return make();
  } catch (error) {
    if (!isLimit(error)) throw error;
    await roomForPeers();
    return make();
  }
}
