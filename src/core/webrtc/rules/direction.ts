import { type Description, type MediaSection, nameOf } from '../description.ts';
import { isRtp } from './codecs.ts';
import { descriptions, type Flaw, type SdpRule } from './rule.ts';

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

const directions = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const;

/** Who sends: a browser takes any direction in silence. Says what it means for a session with a voice assistant. */
export const direction: SdpRule = {
  id: 'direction',
  source: 'RFC 3264, sections 5.1 and 6.1',
  check(input, report) {
    const { offer } = input;
    for (const description of descriptions(input)) {
      for (const section of description.media) {
        if (section.rejected || !isRtp(section)) continue;
        const given = directionOf(description, section);
        const says =
          description.side === 'offer'
            ? ofOffer(given, section)
            : ofAnswer(given, offeredDirection(offer, section.index) ?? 'sendrecv', section);
        if (says === undefined) continue;
        const at = saidIn(description, section)?.line ?? section.mLine;
        report(description.side, { ...says, at, section: section.index });
      }
    }
  },
};

/** Direction of a section; `sendrecv` where neither it nor the session says. */
export function directionOf(description: Description, section: MediaSection): Direction {
  return saidIn(description, section)?.name ?? 'sendrecv';
}

function saidIn({ session }: Description, { attributes }: MediaSection) {
  for (const from of [attributes, session.attributes]) {
    for (const name of directions) {
      const line = from.get(name)?.[0]?.line;
      if (line !== undefined) return { name, line };
    }
  }
  return undefined;
}

function offeredDirection(offer: Description | undefined, index: number): Direction | undefined {
  const section = offer?.media[index - 1];
  return offer && section && directionOf(offer, section);
}

function ofOffer(given: Direction, section: MediaSection): Omit<Flaw, 'at' | 'section'> | undefined {
  if (section.media !== 'audio' || given === 'sendrecv') return undefined;
  const means = {
    inactive: 'No sound is offered in either direction.',
    recvonly: 'This browser will not send its microphone: the assistant hears nothing.',
    sendonly: 'This browser does not want to hear the assistant.',
  } as const;
  return {
    title: `The ${nameOf(section)} is offered ${given}`,
    cause: means[given],
    fix: 'Offer the audio transceiver with direction sendrecv.',
    severity: given === 'inactive' ? 'error' : 'warning',
  };
}

function ofAnswer(
  given: Direction,
  asked: Direction,
  section: MediaSection,
): Omit<Flaw, 'at' | 'section'> | undefined {
  const audio = section.media === 'audio';
  const weSend = asked === 'sendrecv' || asked === 'sendonly';
  const weReceive = asked === 'sendrecv' || asked === 'recvonly';
  const theySend = given === 'sendrecv' || given === 'sendonly';
  const theyReceive = given === 'sendrecv' || given === 'recvonly';
  const title = `The ${nameOf(section)} is answered ${given}`;
  if ((theySend && !weReceive) || (theyReceive && !weSend)) {
    return {
      title: `${title}, but was offered ${asked}`,
      cause: `To ${asked} an answer can only say ${allowedFor(asked)}.`,
      fix: 'The far end must answer within what was offered.',
      severity: 'error',
    };
  }
  const lost = [
    ...(weSend && !theyReceive
      ? [audio ? 'the assistant does not hear you' : 'your picture is not taken']
      : []),
    ...(weReceive && !theySend ? [audio ? 'you do not hear the assistant' : 'no picture comes'] : []),
  ];
  if (lost.length === 0) return undefined;
  return {
    title,
    cause: `The browser takes this without a word and connects, but ${lost.join(' and ')}.`,
    fix: `The far end must answer ${allowedFor(asked).split(',')[0]}, and hold a track where it sends.`,
    severity: audio ? 'error' : 'warning',
  };
}

function allowedFor(asked: Direction): string {
  switch (asked) {
    case 'sendrecv':
      return 'sendrecv, sendonly, recvonly or inactive';
    case 'sendonly':
      return 'recvonly, or inactive';
    case 'recvonly':
      return 'sendonly, or inactive';
    case 'inactive':
      return 'inactive';
  }
}
