/** What the relay on this machine can do; without its per-start secret, which the page's adapter keeps to itself. */
export interface RelayFacts {
  /** it holds an API key, and adds it to client-secrets */
  readonly apiKey: boolean;
  /** base URL of the Orga API that it forwards to */
  readonly upstream: string;
  /** the session endpoint that it forwards to */
  readonly backend?: string;
}

/** The name under which the log has the key that the relay holds: the page never sees more of it. */
export const heldKeyName = 'api-key#0';

/** How to have a session endpoint relayed, as a line for a terminal. */
export function backendCommand(url: string): string {
  return `npm start -- --backend ${url === '' ? 'http://localhost:3000/api/session' : shellWord(url)}`;
}

export const keyCommand = 'ORGA_API_KEY=… npm start';

function shellWord(text: string): string {
  return /^[\w./:@%+=,~-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
