/** The text that came out, or what is wrong, in words for the user. */
export type Inflated =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string };

/** UTF-8 text as gzip (RFC 1952). */
export function gzip(text: string | Blob): Promise<Uint8Array<ArrayBuffer>> {
  return compressed(text, 'gzip');
}

/** UTF-8 text as raw DEFLATE (RFC 1951). */
export function deflateRaw(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return compressed(text, 'deflate-raw');
}

/** Undoes gzip of a UTF-8 text; stops at `limit` bytes, so that a file of a few kB cannot fill the memory. Never rejects. */
export function gunzip(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Inflated> {
  return inflated(bytes, 'gzip', limit);
}

/** Undoes raw DEFLATE of a UTF-8 text; stops at `limit` bytes. Never rejects. */
export function inflateRaw(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Inflated> {
  return inflated(bytes, 'deflate-raw', limit);
}

/** A gzip file begins with these two bytes, whatever its name is. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function compressed(text: string | Blob, format: CompressionFormat): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function inflated(
  bytes: Uint8Array<ArrayBuffer>,
  format: CompressionFormat,
  limit: number,
): Promise<Inflated> {
  const decoder = new TextDecoder();
  const texts: string[] = [];
  let size = 0;
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.byteLength;
      if (size > limit) {
        // What is left is of no use; that it cannot be cancelled neatly neither.
        void reader.cancel().catch(() => {});
        return {
          ok: false,
          problem: `Unpacked it has more than ${megabytes(limit)}: too much to open here.`,
        };
      }
      texts.push(decoder.decode(read.value, { stream: true }));
    }
  } catch {
    return { ok: false, problem: whyNot(bytes, format, size) };
  }
  return { ok: true, text: texts.join('') + decoder.decode() };
}

function whyNot(bytes: Uint8Array, format: CompressionFormat, size: number): string {
  if (format === 'gzip' && !isGzip(bytes)) return 'This is not a gzip file: it does not begin as one.';
  const got = size === 0 ? 'nothing' : megabytes(size);
  return `The packed data is cut off or damaged: ${got} of it could be read. Copy or download it again.`;
}

function megabytes(size: number): string {
  return size < 1e6 ? `${Math.ceil(size / 1_000)} kB` : `${Math.round(size / 1e6)} MB`;
}
