import type { Series } from '../../../core/session/series.ts';
import { duration } from '../../../core/session/wording.ts';
import { bitrate, type Point, values } from './chartData.ts';

/** One chart of the running statistics. */
export interface Chart {
  readonly name: string;
  readonly meaning: string;
  readonly points: (series: Series) => readonly Point[];
  readonly says: (value: number) => string;
}

const percent = (value: number) => `${Math.round(value * 100)} %`;

export const charts: readonly Chart[] = [
  {
    name: 'Round trip',
    meaning: 'of the connection checks on the selected path',
    points: (series) => values(series, 'rtt'),
    says: duration,
  },
  {
    name: 'Sent',
    meaning: 'of everything on the transport',
    points: (series) => bitrate(series, 'bytesSent'),
    says: bits,
  },
  {
    name: 'Received',
    meaning: 'of everything on the transport',
    points: (series) => bitrate(series, 'bytesReceived'),
    says: bits,
  },
  {
    name: 'Packets lost',
    meaning: 'of the far end’s audio, since it began',
    points: (series) => values(series, 'packetsLost'),
    says: (value) => String(Math.round(value)),
  },
  {
    name: 'Jitter',
    meaning: 'of the far end’s audio',
    points: (series) => values(series, 'jitter'),
    says: duration,
  },
  {
    name: 'Level heard',
    meaning: 'of the far end’s audio; 100 % is as loud as can be',
    points: (series) => values(series, 'audioLevel'),
    says: percent,
  },
  {
    name: 'Level sent',
    meaning: 'of what this page sends',
    points: (series) => values(series, 'microphoneLevel'),
    says: percent,
  },
];

/** `24 kbit/s` */
function bits(perSecond: number): string {
  if (perSecond < 1_000) return `${Math.round(perSecond)} bit/s`;
  if (perSecond < 1_000_000) return `${Number((perSecond / 1_000).toFixed(1))} kbit/s`;
  return `${Number((perSecond / 1_000_000).toFixed(2))} Mbit/s`;
}
