/** A body for reading: JSON with line breaks, also where an SDP within it has some; anything else as it is. */
export function readableBody(text: string): string {
  try {
    return readableJson(JSON.parse(text));
  } catch {
    return text;
  }
}

/** JSON for reading: no longer JSON where a string within it has line breaks. */
export function readableJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replaceAll(/(?<!\\)(?:\\r)?\\n/g, '\n');
}
