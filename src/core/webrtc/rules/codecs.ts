import { type MediaSection, words } from '../description.ts';

/** One codec of an m= line: `opus/48000/2`. */
export interface Codec {
  readonly payloadType: string;
  /** name, clock rate in Hz, channels where there are several; the name as it was written */
  readonly name: string;
}

// RFC 3551, section 6
const staticPayloadTypes = new Map(
  Object.entries({
    0: 'PCMU/8000',
    3: 'GSM/8000',
    4: 'G723/8000',
    5: 'DVI4/8000',
    6: 'DVI4/16000',
    7: 'LPC/8000',
    8: 'PCMA/8000',
    9: 'G722/8000',
    10: 'L16/44100/2',
    11: 'L16/44100',
    12: 'QCELP/8000',
    13: 'CN/8000',
    14: 'MPA/90000',
    15: 'G728/8000',
    16: 'DVI4/11025',
    17: 'DVI4/22050',
    18: 'G729/8000',
    25: 'CelB/90000',
    26: 'JPEG/90000',
    28: 'nv/90000',
    31: 'H261/90000',
    32: 'MPV/90000',
    33: 'MP2T/90000',
    34: 'H263/90000',
  }),
);

/** What carries no sound and no picture of its own. */
const auxiliary = new Set(['cn', 'telephone-event', 'rtx', 'red', 'ulpfec', 'flexfec', 'flexfec-03']);

/** The codecs of a section in its order of preference, from `a=rtpmap` and RFC 3551; those without a name are left out. */
export function codecsOf({ formats, attributes }: MediaSection): readonly Codec[] {
  const named = new Map<string, string>();
  for (const { value } of attributes.get('rtpmap') ?? []) {
    const [payloadType = '', name = ''] = words(value.slice(0, 200));
    if (!named.has(payloadType)) named.set(payloadType, name.replace(/\/1$/, ''));
  }
  return formats.flatMap((payloadType) => {
    const name = named.get(payloadType) ?? staticPayloadTypes.get(payloadType);
    return name === undefined || name === '' ? [] : [{ payloadType, name }];
  });
}

/** Whether the codec can carry sound or picture by itself; `rtx`, `red`, `telephone-event`, … cannot. */
export function isMediaCodec(codec: Codec): boolean {
  return !auxiliary.has(codecKey(codec).replace(/\/.*/, ''));
}

/** Codecs are the same where name (whatever its case), clock rate and channels are. */
export function codecKey({ name }: Codec): string {
  return name.toLowerCase();
}

export function isRtp({ media, protocol }: MediaSection): boolean {
  return media === 'audio' || media === 'video' || /\bRTP\//.test(protocol);
}
