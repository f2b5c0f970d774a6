/** What the service answers to a credential that it does not take, or to none. */
export const refusedBody = {
  token: errorBody('Incorrect or inactive ephemeral token provided.'),
  'api-key': errorBody('Incorrect or inactive API key provided.'),
  none: errorBody('Not authenticated'),
} as const;

function errorBody(message: string): string {
  return JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, code: null } });
}
