/**
 * What `response.json()` throws for a body that is no JSON, in V8's words (Node and Chromium).
 * `undefined` where the body is JSON.
 */
export function jsonError(body: string, where: 'node' | 'browser'): string | undefined {
  if (body === '')
    return where === 'node'
      ? 'Unexpected end of JSON input'
      : "Failed to execute 'json' on 'Response': Unexpected end of JSON input";
  try {
    JSON.parse(body);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
