import { AddressBook } from './addressBook.ts';

/** What in a recording says who or where somebody is. */
export const personalKinds = [
  'addresses',
  'hosts',
  'emails',
  'turn-usernames',
  'subjects',
  'api-key-ids',
  'instructions',
  'transcripts',
] as const;

export type PersonalKind = (typeof personalKinds)[number];

/** A word begins here; also behind an escape in JSON text, or percent-encoding. */
const begin = String.raw`(?:(?<![\w.-]|\\|%|%[0-9a-f])|(?<=\\[nrt]|%[0-9a-f]{2}))`;
const colon = '(?::|%3A)';

const email = new RegExp(
  String.raw`${begin}((?:[\w.+-]|%2B){1,64})(@|%40)([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+)`,
  'gi',
);
const localName = new RegExp(String.raw`${begin}[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.local(?![\w-])`, 'gi');
/** Not within a longer row of groups, as a fingerprint has. */
const ipv6 = new RegExp(
  `(?=[0-9a-f:%])${begin}(?<![0-9a-f:]:)(?:[0-9a-f]{0,4}${colon}){2,7}(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-f]{0,4})(?!\\w|${colon}[0-9a-f:])`,
  'gi',
);
/** `Chrome/156.0.0.0` is a version. The last part may be hidden: Chromium tells `192.168.1.x` of an interface. */
const ipv4 = new RegExp(
  String.raw`(?=\d)${begin}(?<!(?:Chrom(?:e|ium)|Edge?|EdgA|OPR|Electron|Vivaldi|YaBrowser|SamsungBrowser)\/)\d{1,3}(?:\.\d{1,3}){2}\.(?:\d{1,3}|x)(?!\w|\.\d)`,
  'gi',
);
/** The same of IPv6: `2001:db8:1:x:x:x:x:x` */
const hiddenIPv6 = new RegExp(
  `(?=[0-9a-f])${begin}(?:[0-9a-f]{1,4}${colon}){1,7}x(?:${colon}x)*(?!\\w)`,
  'gi',
);

/** In one pass: what stands for an address is not replaced again. */
const anyNumber = inOnePass(hiddenIPv6, ipv6, ipv4);
const anyAddress = inOnePass(localName, hiddenIPv6, ipv6, ipv4);

/** Quick signs, without which none of the slower expressions can match: most texts are done after these. */
const signOfAny = /[.:@]|%(?:40|3A)/i;
const signOfEmail = /@|%40/;
const signOfUrl = /:\/\/|%3A%2F%2F|(?:stun|turn)s?(?::|%3A)/i;
const signOfSdp = /candidate:|IN IP[46] /i;
const signOfName = /[\w-]\.[\w-]/;
const signOfAddress = /\d\.\d|(?::|%3A)[0-9a-f]{0,4}(?::|%3A)|\.local/i;

const hostChars = String.raw`[^\s/:?#[\]"'<>\\@,;(){}%&|]{1,253}`;
/** The URI of an RTP header extension is a name, not a host that was talked to (RFC 8285, section 4.3). */
const notAnExtension = String.raw`(?<!\bextmap:\d{1,5}(?:\/\w{1,8})? https?)`;
const urlHost = new RegExp(
  String.raw`(${notAnExtension}(?::\/\/|%3A%2F%2F)(?:[^\s/?#@"'<>]{1,200}@)?|\b(?:stuns?|turns?)${colon}(?!\/\/))(${hostChars})`,
  'gi',
);
/** The connection-address of a candidate, and of the lines `o=` and `c=` (RFC 8839, RFC 8866). */
const sdpHost = new RegExp(
  String.raw`(\bcandidate:\S{1,64} \d{1,5} \S{1,16} \d{1,10} |\bIN IP[46] )(${hostChars})(?=[\s"'\\<]|$)`,
  'gi',
);

const hostPlaces = [
  [signOfUrl, urlHost],
  [signOfSdp, sdpHost],
] as const;

/** Consistent pseudonyms within the texts of one recording. */
export class PersonalText {
  readonly #keep: ReadonlySet<PersonalKind>;
  readonly #book = new AddressBook();
  readonly #found = new Map<PersonalKind, Map<string, string>>();
  #knownHosts: RegExp | undefined;

  constructor(keep: readonly PersonalKind[]) {
    this.#keep = new Set(keep);
  }

  /** What was replaced so far, and by what. */
  get found(): ReadonlyMap<PersonalKind, ReadonlyMap<string, string>> {
    return this.#found;
  }

  keeps(kind: PersonalKind): boolean {
    return this.#keep.has(kind);
  }

  /** Remembers the hosts that a text names, so that they are known wherever else they stand. */
  learn(text: string): void {
    if (this.keeps('hosts')) return;
    for (const [sign, place] of hostPlaces) {
      if (!sign.test(text)) continue;
      for (const [, , host = ''] of text.matchAll(place)) {
        if (isPersonalHost(host)) this.#host(host);
      }
    }
  }

  /** To be called when all is learnt, before `replaced`. */
  learnt(): void {
    const names = [...(this.#found.get('hosts')?.keys() ?? [])].filter((name) => name.includes('.'));
    if (names.length === 0) return;
    const longestFirst = names.toSorted((one, other) => other.length - one.length).slice(0, 5_000);
    this.#knownHosts = new RegExp(
      String.raw`${begin}(?:${longestFirst.map(escaped).join('|')})(?![\w-]|\.[a-z0-9])`,
      'gi',
    );
  }

  /** The text with pseudonyms for what it says of hosts, people and addresses. */
  replaced(text: string): string {
    if (!signOfAny.test(text)) return text;
    let now = text;
    if (!this.keeps('emails') && signOfEmail.test(text)) {
      now = now.replace(email, (whole: string, name: string, at: string, domain: string) =>
        isReserved(domain.toLowerCase()) ? whole : this.#email(name, domain).replace('@', at),
      );
    }
    if (!this.keeps('hosts')) {
      const stand = (whole: string, before: string, host: string) =>
        isPersonalHost(host) ? before + this.#host(host) : whole;
      if (signOfUrl.test(now)) now = now.replace(urlHost, stand);
      if (signOfSdp.test(now)) now = now.replace(sdpHost, stand);
      if (this.#knownHosts !== undefined && signOfName.test(now))
        now = now.replace(this.#knownHosts, (host) => this.#host(host));
    }
    return this.keeps('addresses') ? now : this.#addresses(now);
  }

  /** The value of a member that is a name or id of its own. */
  named(kind: 'subjects' | 'api-key-ids', value: string): string {
    const stem = kind === 'subjects' ? 'subject' : 'key';
    if (this.keeps(kind) || value === '' || new RegExp(`^${stem}-\\d+$`).test(value)) return value;
    return this.#name(kind, value, (number) => `${stem}-${number}`);
  }

  /** TURN's REST scheme puts the expiry before the name, epoch seconds: it stays. */
  turnUsername(value: string): string {
    const expiry = /^\d{9,11}:/.exec(value)?.[0] ?? '';
    const name = value.slice(expiry.length);
    if (this.keeps('turn-usernames') || /^(?:turn-username#\d+|user-\d+|)$/.test(name)) return value;
    return expiry + this.#name('turn-usernames', name, (number) => `user-${number}`);
  }

  /** What somebody wrote or said: only its length stays. */
  said(kind: 'instructions' | 'transcripts', value: string): string {
    if (this.keeps(kind) || value === '' || /^\[(?:instructions|text), \d+ characters?\]$/.test(value))
      return value;
    const what = kind === 'instructions' ? 'instructions' : 'text';
    const stand = `[${what}, ${value.length} ${value.length === 1 ? 'character' : 'characters'}]`;
    this.#note(kind, value, stand);
    return stand;
  }

  /** An address, or the name of a host, that stands alone. */
  host(value: string): string {
    return !this.keeps('hosts') && isPersonalHost(value) ? this.#host(value) : this.replaced(value);
  }

  #addresses(text: string): string {
    const of = (address: string) => {
      const plain = address.replaceAll(/%3A/gi, ':');
      const stand = this.#book.pseudonymOf(plain);
      if (stand === undefined) return address;
      if (stand !== plain) this.#note('addresses', plain, stand);
      return plain === address ? stand : stand.replaceAll(':', '%3A');
    };
    if (!signOfAddress.test(text)) return text;
    const sought = /\.local/i.test(text) ? anyAddress : anyNumber;
    return text.replace(sought, (address) =>
      /\.local$/i.test(address) ? this.#local(address) : of(address),
    );
  }

  #local(name: string): string {
    const stand = this.#book.pseudonymOfLocalName(name);
    if (stand !== name) this.#note('addresses', name, stand);
    return stand;
  }

  #email(name: string, domain: string): string {
    const address = `${name.replaceAll(/%2B/gi, '+')}@${domain}`.toLowerCase();
    return this.#name('emails', address, (number) => `user-${number}@example.com`);
  }

  /** `internal` is nobody's on the Internet (ICANN, 2024), and no browser treats it in a way of its own. */
  #host(host: string): string {
    const name = host.toLowerCase().replace(/\.$/, '');
    return this.#name('hosts', name, (number) => `host-${number}${name.includes('.') ? '.internal' : ''}`);
  }

  #name(kind: PersonalKind, value: string, stand: (number: number) => string): string {
    const known = this.#found.get(kind);
    return known?.get(value) ?? this.#note(kind, value, stand((known?.size ?? 0) + 1));
  }

  #note(kind: PersonalKind, from: string, to: string): string {
    const known = this.#found.get(kind) ?? new Map<string, string>();
    this.#found.set(kind, known);
    known.set(from, to);
    return to;
  }
}

function inOnePass(...expressions: readonly RegExp[]): RegExp {
  return new RegExp(expressions.map(({ source }) => source).join('|'), 'gi');
}

/** Names for documentation and tests (RFC 2606, RFC 6761). */
function isReserved(name: string): boolean {
  return /(?:^|\.)(?:test|example|invalid|localhost|example\.(?:com|net|org))$/.test(name);
}

/** In whose names browsers' header extensions are: nobody's who runs a session, wherever they stand. */
const extensionHosts: ReadonlySet<string> = new Set([
  'www.webrtc.org',
  'www.ietf.org',
  'aomediacodec.github.io',
]);

/** Neither an address, nor Orga's, reserved, this machine's, a `.local` one or a pseudonym. */
function isPersonalHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return (
    /[a-z\u0080-\uffff]/.test(name) &&
    /^[\w.\u0080-\uffff-]+$/.test(name) &&
    !isReserved(name) &&
    !extensionHosts.has(name) &&
    !/(?:^|\.)(?:local|orga-ai\.com)$|^\d+\.\d+\.\d+\.x$/.test(name) &&
    !/^host-\d+(?:\.internal)?$/.test(name)
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`);
}
