import type { Endpoint } from '../core/session/log.ts';

/** One use of a token. `at` is epoch ms. */
export interface RememberedUse {
  readonly endpoint: Endpoint;
  readonly at: number;
  readonly status: number;
}

export interface TokenMemory {
  /** Earlier uses of this token on this origin, oldest first, other tabs included. Never rejects. */
  recall(token: string): Promise<readonly RememberedUse[]>;
  remember(token: string, use: RememberedUse): Promise<void>;
  /** What could not be stored and why, in words: once, and only if it is so. */
  takeRefusal(): string | undefined;
}

export interface TokenMemoryWorld {
  /** Reading `window.localStorage` can itself throw, where storage is disabled. */
  readonly storage: () => Storage;
  /** absent on an insecure origin */
  readonly crypto: {
    readonly subtle?: SubtleCrypto;
    getRandomValues(array: Uint8Array<ArrayBuffer>): unknown;
  };
  /** epoch ms */
  readonly now: () => number;
}

const key = 'session-debugger.token-uses';
const untilClosed = '; they are remembered until this page is closed';
const mostUses = 200;
/** Tokens live for minutes; what is older than a day explains nothing. */
const longest = 24 * 60 * 60 * 1000;

type StoredUse = RememberedUse & { readonly hash: string };

interface Stored {
  readonly salt: string;
  readonly uses: readonly StoredUse[];
}

/**
 * Remembers uses of tokens across runs and tabs, as SHA-256 hashes with a salt of this origin's own: a token cannot
 * be read back out of the storage, nor recognised from elsewhere. Without storage or `crypto.subtle`, for as long as
 * the page lives.
 */
export function createTokenMemory(world: TokenMemoryWorld): TokenMemory {
  const subtle = world.crypto.subtle;
  let kept: Stored = { salt: newSalt(world), uses: [] };
  let persistent = subtle !== undefined;
  let refusal =
    subtle === undefined
      ? `which tokens were used (nothing can be hashed outside a secure context)${untilClosed}`
      : undefined;

  function forgetOnClose(error: unknown): void {
    if (persistent)
      refusal = `which tokens were used (${error instanceof Error ? error.name : 'unknown'})${untilClosed}`;
    persistent = false;
  }

  function read(): Stored {
    if (persistent) {
      try {
        const stored = parse(world.storage().getItem(key));
        // The salt is stored at once, so that a second tab hashes with the same one.
        if (stored === undefined) world.storage().setItem(key, JSON.stringify(kept));
        kept = stored ?? kept;
      } catch (error) {
        forgetOnClose(error);
      }
    }
    return kept;
  }

  function write(next: Stored): void {
    kept = next;
    if (!persistent) return;
    try {
      world.storage().setItem(key, JSON.stringify(next));
    } catch (error) {
      forgetOnClose(error);
    }
  }

  async function hash(token: string): Promise<string> {
    // Kept in memory only, so the token may stand for itself.
    if (subtle === undefined) return token;
    const digest = await subtle.digest('SHA-256', new TextEncoder().encode(`${read().salt}${token}`));
    return hex(new Uint8Array(digest));
  }

  return {
    async recall(token) {
      const wanted = await hash(token);
      const oldest = world.now() - longest;
      return read()
        .uses.filter((use) => use.hash === wanted && use.at >= oldest)
        .map(({ endpoint, at, status }) => ({ endpoint, at, status }));
    },
    async remember(token, use) {
      const hashed = await hash(token);
      const oldest = world.now() - longest;
      // Read and written without a pause between, so that another tab's use is not lost.
      const { salt, uses } = read();
      const recent = uses.filter(({ at }) => at >= oldest);
      write({ salt, uses: [...recent, { hash: hashed, ...use }].slice(-mostUses) });
    },
    takeRefusal() {
      const told = refusal;
      refusal = undefined;
      return told;
    },
  };
}

function newSalt({ crypto }: TokenMemoryWorld): string {
  const bytes = new Uint8Array(16);
  crypto.getRandomValues(bytes);
  return hex(bytes);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is not ours, or no longer readable, is treated as absent. */
function parse(text: string | null): Stored | undefined {
  if (text === null) return undefined;
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null) return undefined;
    const { salt, uses }: { salt?: unknown; uses?: unknown } = stored;
    if (typeof salt !== 'string' || !Array.isArray(uses)) return undefined;
    return { salt, uses: uses.filter(isStoredUse) };
  } catch {
    return undefined;
  }
}

function isStoredUse(use: unknown): use is StoredUse {
  if (typeof use !== 'object' || use === null) return false;
  const { hash, endpoint, at, status }: Partial<Record<keyof StoredUse, unknown>> = use;
  return (
    typeof hash === 'string' &&
    typeof endpoint === 'string' &&
    typeof at === 'number' &&
    typeof status === 'number'
  );
}
