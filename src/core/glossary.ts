/** A term of the field: what it is in two sentences, and where that is defined. */
export interface GlossaryEntry {
  readonly title: string;
  readonly text: string;
  readonly source: string;
  readonly url: string;
}

const rfc = (number: number, section?: string) => ({
  source: `RFC ${number}${section === undefined ? '' : `, section ${section}`}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}${section === undefined ? '' : `#section-${section}`}`,
});

/** Every explanation is at most two sentences. */
export const glossary = {
  answer: {
    title: 'SDP answer',
    text: 'The far end’s half of the agreement: which of the offered media, codecs and addresses it takes. Without it the browser knows nobody to connect to.',
    ...rfc(3264, '6'),
  },
  candidate: {
    title: 'ICE candidate',
    text: 'One address and port at which a side might be reached: its own (host), as a STUN server saw it (srflx), as the far end saw it (prflx) or at a TURN server (relay). Both sides pair theirs and try the pairs.',
    ...rfc(8445, '5.1.1'),
  },
  'candidate-pair': {
    title: 'Candidate pair',
    text: 'One local and one remote address that are tried together with connectivity checks. The pair that is nominated carries the session.',
    ...rfc(8445, '6.1.2'),
  },
  'data-channel': {
    title: 'Data channel (SCTP)',
    text: 'Messages between the two sides, carried by SCTP inside DTLS. It opens only after ICE has found a path and DTLS has finished.',
    ...rfc(8831, '6'),
  },
  dtls: {
    title: 'DTLS',
    text: 'The handshake that gives both sides their keys, over the path that ICE found. Each side proves the certificate whose fingerprint its SDP named.',
    ...rfc(8827, '6.5'),
  },
  ice: {
    title: 'ICE',
    text: 'The search for a path between two sides that may sit behind NATs and firewalls. Each collects candidate addresses, then both try the pairs until one answers.',
    ...rfc(8445),
  },
  jitter: {
    title: 'Jitter',
    text: 'How unevenly packets arrive, as a smoothed deviation in milliseconds. The receiver must delay playback by about that much to hide it.',
    ...rfc(3550, '6.4.1'),
  },
  mdns: {
    title: 'mDNS candidate (.local)',
    text: 'A made-up name instead of a private address, until the page may use microphone or camera. Hosts of the same network can look it up; others need a STUN or TURN candidate.',
    source: 'draft-ietf-mmusic-mdns-ice-candidates',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-mmusic-mdns-ice-candidates-03',
  },
  offer: {
    title: 'SDP offer',
    text: 'What this browser proposes: media, codecs, its addresses and the fingerprint of its certificate. The far end replies with an answer.',
    ...rfc(3264, '5'),
  },
  sdp: {
    title: 'SDP',
    text: 'The text, one fact per line, in which two sides agree on media, codecs, addresses and keys. One side offers, the other answers.',
    ...rfc(8866),
  },
  stun: {
    title: 'STUN',
    text: 'A server that tells the browser under which public address it is seen. The same small messages serve as ICE’s connectivity checks.',
    ...rfc(8489),
  },
  token: {
    title: 'Ephemeral token',
    text: 'A short-lived credential that a backend gets with its API key, so that the key never reaches a browser. It opens one session and expires.',
    ...rfc(6750, '1.2'),
  },
  trickle: {
    title: 'Trickle ICE',
    text: 'Sending candidates one by one as they are found, instead of all with the offer. This service takes no candidates later: what the offer lacks, the far end is never told.',
    ...rfc(8838),
  },
  turn: {
    title: 'TURN',
    text: 'A server that relays the packets where no direct path exists, after it has checked a user name and credential. Over TCP or TLS it also passes firewalls that block UDP.',
    ...rfc(8656),
  },
} as const satisfies Readonly<Record<string, GlossaryEntry>>;

export type GlossaryTerm = keyof typeof glossary;
