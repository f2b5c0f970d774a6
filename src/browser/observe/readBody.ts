export interface BodySoFar {
  text: string;
  bytes: number;
  /** more came than is kept */
  cut?: true;
}

/** More than this of a body is counted, but neither kept nor read as a reply, bytes. */
export const mostRead = 4 * 1024 * 1024;

/**
 * Reads a body as UTF-8 text into `so`, chunk by chunk, so that what came before a limit or an error is there.
 * Rejects as the stream does, or with the signal's reason.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  so: BodySoFar,
  signal: AbortSignal,
): Promise<void> {
  if (body === null) return;
  const decoder = new TextDecoder();
  const reader = body.getReader();
  // Not every stream ends when its request is aborted: a synthetic response knows nothing of the request.
  const cancel = () => void reader.cancel(signal.reason).catch(() => {});
  signal.addEventListener('abort', cancel);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) break;
      if (so.bytes < mostRead) so.text += decoder.decode(value, { stream: true });
      else so.cut = true;
      so.bytes += value.byteLength;
    }
    so.text += decoder.decode();
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
