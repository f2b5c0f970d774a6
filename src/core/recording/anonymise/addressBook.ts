/** A range of IPv4 addresses of one class, and where its pseudonyms are. Numbers are the address' 32 bits. */
interface Range {
  readonly first: number;
  readonly bits: number;
  /** networks of 256 addresses that pseudonyms have room in */
  readonly networks: number;
}

/** RFC 1918, RFC 3927, RFC 6598. Pseudonyms stay within the range. */
const ranges: readonly Range[] = [
  { first: 0x0a000000, bits: 8, networks: 65_536 },
  { first: 0xac100000, bits: 12, networks: 4_096 },
  { first: 0xc0a80000, bits: 16, networks: 256 },
  { first: 0xa9fe0000, bits: 16, networks: 256 },
  { first: 0x64400000, bits: 10, networks: 16_384 },
];

/** For public addresses: benchmarking (RFC 2544), then reserved for ever (RFC 1112, section 4). Nobody has those. */
const benchmarking = 0xc6120000;
const benchmarkingNetworks = 512;
const reserved = 0xf0000000;
const reservedNetworks = 0xeffff;

/**
 * Pseudonyms for addresses, by the order in which they come: the same address has the same, two of one /24 or /64 stay
 * in one, and family and class stay: public, private, shared, link-local. Loopback, unspecified and multicast
 * addresses tell nothing of anybody and stay as they are. What comes out goes in unchanged.
 */
export class AddressBook {
  readonly #networks = new Map<string, Map<string, number>>();
  readonly #hosts = new Map<string, Map<string, number>>();

  /** `undefined` where the text is no address or stays as it is. */
  pseudonymOf(address: string): string | undefined {
    if (/x$/i.test(address)) return this.#ofHidden(address);
    const ipv4 = readIPv4(address);
    if (ipv4 !== undefined) return this.#ofIPv4(ipv4);
    const ipv6 = readIPv6(address);
    return ipv6 === undefined ? undefined : this.#ofIPv6(ipv6);
  }

  /** Of a name that multicast DNS gives to one address (RFC 8828, section 3). */
  pseudonymOfLocalName(name: string): string {
    const number = this.#number(this.#hosts, 'local', name.toLowerCase());
    return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}.local`;
  }

  /** `192.168.1.x`, `2001:db8:1:x:x:x:x:x`: the part that is told is that of the network. */
  #ofHidden(address: string): string | undefined {
    if (address.includes(':')) {
      const told = address
        .toLowerCase()
        .split(':')
        .filter((group) => group !== 'x');
      if (told.every((group) => /^0*$/.test(group))) return undefined;
      const network = this.#number(this.#networks, 'hidden', told.join(':'));
      return ['2001', 'db8', network.toString(16), ...Array.from({ length: 5 }, () => 'x')].join(':');
    }
    const first = readIPv4(address.replace(/x$/i, '0'));
    const stand = first === undefined ? undefined : this.#ofIPv4(first);
    return stand?.replace(/\d+$/, 'x');
  }

  #ofIPv4(value: number): string | undefined {
    const top = value >>> 24;
    if (top === 0 || top === 127 || top >= 224) return undefined;
    const range = ranges.find(({ first, bits }) => value >>> (32 - bits) === first >>> (32 - bits));
    const network = this.#number(this.#networks, `4 ${range?.first ?? 'public'}`, String(value >>> 8)) - 1;
    const host = this.#number(this.#hosts, `4 ${value >>> 8}`, String(value)) % 256;
    return writeIPv4(((range === undefined ? publicNetwork(network) : inRange(range, network)) | host) >>> 0);
  }

  #ofIPv6(groups: readonly number[]): string | undefined {
    const [first = 0] = groups;
    const embedded = embeddedIPv4(groups);
    if (embedded !== undefined) {
      const inner = this.#ofIPv4(embedded.value);
      return inner === undefined ? undefined : embedded.prefix + inner;
    }
    if (groups.slice(0, 7).every((group) => group === 0) || first >= 0xff00) return undefined;
    const key = groups.slice(0, 4).join(':');
    const host = this.#number(this.#hosts, `6 ${key}`, groups.join(':')).toString(16);
    if ((first & 0xffc0) === 0xfe80) return `fe80::${host}`;
    const unique = (first & 0xfe00) === 0xfc00;
    const network = this.#number(this.#networks, unique ? 'fc00' : 'global', key);
    const middle = `${(network >>> 16).toString(16)}:${(network & 0xffff).toString(16)}`;
    return unique ? `fd00:0:${middle}::${host}` : `2001:db8:${middle}::${host}`;
  }

  /** From 1, by the order in which they came. */
  #number(all: Map<string, Map<string, number>>, group: string, member: string): number {
    const known = all.get(group) ?? new Map<string, number>();
    all.set(group, known);
    const number = known.get(member) ?? known.size + 1;
    known.set(member, number);
    return number;
  }
}

function inRange({ first, networks }: Range, network: number): number {
  return first + (network % networks) * 256;
}

function publicNetwork(network: number): number {
  if (network < benchmarkingNetworks) return benchmarking + network * 256;
  return reserved + ((network - benchmarkingNetworks) % reservedNetworks) * 256;
}

function readIPv4(text: string): number | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return undefined;
  const parts = text.split('.').map(Number);
  return parts.some((part) => part > 255) ? undefined : parts.reduce((sum, part) => sum * 256 + part, 0);
}

function writeIPv4(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

/** The eight groups (RFC 4291, section 2.2); `undefined` where it is no IPv6 address. */
function readIPv6(text: string): readonly number[] | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const last = dotted?.[2] === undefined ? undefined : readIPv4(dotted[2]);
  if (dotted !== null && last === undefined) return undefined;
  const plain =
    dotted === null || last === undefined
      ? text
      : `${dotted[1]}${(last >>> 16).toString(16)}:${(last & 0xffff).toString(16)}`;
  if (!/^[0-9a-f:]{2,39}$/i.test(plain)) return undefined;
  const halves = plain.split('::');
  const [head = [], tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const groups = [...head, ...(tail ?? [])];
  if (halves.length > 2 || groups.some((group) => group === '' || group.length > 4)) return undefined;
  if (tail === undefined ? groups.length !== 8 : groups.length > 7) return undefined;
  const zeros = Array.from({ length: 8 - groups.length }, () => '0');
  return [...head, ...zeros, ...(tail ?? [])].map((group) => Number.parseInt(group, 16));
}

/** IPv4 within IPv6: mapped (RFC 4291, section 2.5.5.2) and translated (NAT64, RFC 6052). */
function embeddedIPv4(
  groups: readonly number[],
): { readonly prefix: string; readonly value: number } | undefined {
  const head = groups.slice(0, 6).join(':');
  const value = ((groups[6] ?? 0) * 0x10000 + (groups[7] ?? 0)) >>> 0;
  if (head === '0:0:0:0:0:65535') return { prefix: '::ffff:', value };
  return head === '100:65435:0:0:0:0' ? { prefix: '64:ff9b::', value } : undefined;
}
