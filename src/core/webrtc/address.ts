export type AddressKind = 'ipv4' | 'ipv6' | 'mdns' | 'name';

/** What the connection-address of a candidate is (RFC 8839, section 5.1: IP address or FQDN). */
export function addressKind(address: string): AddressKind {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) return 'ipv4';
  if (address.includes(':')) return 'ipv6';
  return /\.local\.?$/i.test(address) ? 'mdns' : 'name';
}

/** `0.0.0.0` and `::`: nobody can be reached there. */
export function isUnspecified(address: string): boolean {
  return /^0+(?:\.0+){3}$/.test(address) || /^[0:]+$/.test(address);
}

/**
 * Loopback, link-local, private and shared (RFC 1918, 6598, 3927, 4193): what libwebrtc's `IsPrivateIP` says of an
 * address. A name is not private, nobody knows.
 */
export function isPrivateAddress(address: string): boolean {
  const kind = addressKind(address);
  if (kind === 'ipv6') return /^(?:::1$|fe[89ab]|f[cd])/i.test(address);
  if (kind !== 'ipv4') return false;
  const [first = 0, second = 0] = address.split('.').map(Number);
  return (
    first === 10 ||
    first === 127 ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second < 128)
  );
}
