import { isNoSecret, pseudonym, type SecretKind } from './pseudonym.ts';
import { type SecretFinder, type Span, shortestSecret } from './secretIndex.ts';

interface Remembered {
  readonly name: string;
  /** said to be an API key: it is used for as long as the page lives */
  readonly forGood: boolean;
  /** looked for wherever it may stand */
  readonly guarded: boolean;
}

/** A day of sessions meets thousands, and what was not seen for hundreds of them is not in use. */
const mostRemembered = 500;

const longestSecret = 4_096;

/** Words of our own and of the wire, which a careless password may be part of. */
const ordinary =
  'credential username password authorization ephemeral_token ephemeralToken iceServers application/json ' +
  'invalid_request_error not_found_error undefined api-key# turn-credential# turn-username# redacted0000000000000000';

/** The secrets that were met, with their names; of those that are no API keys, the last seen ones only. */
export class SecretMemory {
  /** the one that was not seen for longest comes first */
  readonly #remembered = new Map<string, Remembered>();
  readonly #counts = new Map<SecretKind, number>();
  readonly #taken: Readonly<Partial<Record<SecretKind, number>>>;
  readonly #index: SecretFinder;
  #forGood = 0;
  #guards = 0;

  /** `taken`: how many names of a kind are in use elsewhere. */
  constructor(index: SecretFinder, taken: Readonly<Partial<Record<SecretKind, number>>>) {
    this.#index = index;
    this.#taken = taken;
  }

  /** How many secrets were ever looked for. */
  get guards(): number {
    return this.#guards;
  }

  /** Needles that were compared with a text so far, for tests of the cost. */
  get compared(): number {
    return this.#index.compared;
  }

  secrets(): readonly string[] {
    return [...this.#remembered].flatMap(([secret, { guarded }]) => (guarded ? [secret] : []));
  }

  /** `discovered`: nobody said that it is a secret, so it is only looked for elsewhere where it looks random. */
  nameOf(wanted: SecretKind, secret: string, discovered: boolean): string {
    const value = secret.trim();
    if (isNoSecret(value)) return secret;
    const known = this.#see(value);
    const beginning = known === undefined && wanted === 'token' ? this.#beginningOf(value) : undefined;
    if (beginning !== undefined && discovered) return beginning;
    const kind = value.startsWith('sk_orga_ai_') ? 'api-key' : wanted;
    const name = known?.name ?? beginning ?? this.#nextName(kind, value.length);
    const guarded =
      known?.guarded === true || ((!discovered || looksRandom(value)) && isGuarded(value, name));
    const forGood = known?.forGood === true || (!discovered && kind === 'api-key');
    if (known === undefined || guarded !== known.guarded || forGood !== known.forGood) {
      this.#remember(value, { name, guarded, forGood }, known);
    }
    return name;
  }

  /** Where secrets that are looked for stand in a text. */
  find(text: string): readonly Span[] {
    const sightings = this.#index.find(text);
    for (const { secret } of sightings) this.#see(secret);
    return sightings;
  }

  /** Lets go of what was not seen for longest. Not while a value is being read, so that all in it is replaced. */
  forgetOldest(): void {
    let tooMany = this.#remembered.size - this.#forGood - mostRemembered;
    if (tooMany <= 0) return;
    for (const [secret, { forGood }] of this.#remembered) {
      if (forGood) continue;
      this.#remembered.delete(secret);
      this.#index.remove(secret);
      tooMany -= 1;
      if (tooMany === 0) return;
    }
  }

  #see(value: string): Remembered | undefined {
    const known = this.#remembered.get(value);
    if (known === undefined) return undefined;
    this.#remembered.delete(value);
    this.#remembered.set(value, known);
    return known;
  }

  #remember(value: string, now: Remembered, before: Remembered | undefined): void {
    const own = ownText(value);
    this.#remembered.set(own, now);
    if (now.forGood && before?.forGood !== true) this.#forGood += 1;
    if (!now.guarded || before?.guarded === true) return;
    this.#guards += 1;
    const parts = own.split('.');
    const telling = parts.length === 3 ? parts.slice(1).filter((part) => part.length >= 20) : [];
    this.#index.add(own, now.name, telling);
  }

  #nextName(kind: SecretKind, length: number): string {
    const number = (this.#counts.get(kind) ?? this.#taken[kind] ?? 0) + 1;
    this.#counts.set(kind, number);
    return pseudonym(kind, number, length);
  }

  /** A token that was cut off is the one that it is the beginning of. */
  #beginningOf(value: string): string | undefined {
    if (value.length < 20) return undefined;
    for (const [secret, { guarded, name }] of this.#remembered) {
      if (!guarded || !secret.startsWith(value)) continue;
      this.#see(secret);
      return name;
    }
    return undefined;
  }
}

function isGuarded(value: string, name: string): boolean {
  // An e-mail address as a TURN user name also stands where it is no secret.
  if (name.startsWith('turn-username') && /^[^\s@]+@[^\s@]+$/.test(value)) return false;
  return value.length >= shortestSecret && !ordinary.includes(value);
}

function looksRandom(value: string): boolean {
  // Nothing that long is a secret, but a hostile reply may say so.
  if (value.length > longestSecret) return false;
  return !/\s/.test(value) && (value.length >= 24 || (/\d/.test(value) && /[a-z]/i.test(value)));
}

/** Engines let a part of a text keep the whole alive: a token of 300 characters a body of 64 KiB. */
function ownText(part: string): string {
  return part.split('').join('');
}
