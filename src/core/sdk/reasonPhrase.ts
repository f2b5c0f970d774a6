const phrases: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** Spellings that servers other than Node use for the same status. */
const spellings: Readonly<Record<string, number>> = {
  'request entity too large': 413,
  'content too large': 413,
  'unprocessable content': 422,
  'gateway time-out': 504,
};

/** The phrase that Node sends with a status; empty where there is none, as always over HTTP/2. */
export function reasonPhrase(status: number): string {
  return phrases[status] ?? '';
}

/** The status that a reason phrase stands for, whatever its case and what follows it. */
export function statusOfPhrase(text: string): number | undefined {
  const lower = text.trim().toLowerCase();
  for (const [status, phrase] of Object.entries(phrases)) {
    if (lower.startsWith(phrase.toLowerCase())) return Number(status);
  }
  for (const [phrase, status] of Object.entries(spellings)) {
    if (lower.startsWith(phrase)) return status;
  }
  return undefined;
}
