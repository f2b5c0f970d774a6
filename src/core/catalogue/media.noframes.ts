import type { Evidence } from '../diagnosis/evidence.ts';
import { lastOf } from './devices.ts';
import { duration } from './duration.ts';
import type { CatalogueEntry } from './entry.ts';

/** So long without a packet is worth a verdict, ms; the first snapshot of a standing connection comes after 3 s. */
const patience = 2_500;

export const mediaNoframes = {
  code: 'media.noframes',
  origin: 'debugger',
  title: 'Connected, and no sound comes in',
  cause:
    'Everything stands, the answer promises sound, and not one audio packet arrives. The far end has nothing to send, sends it elsewhere, or waits for something that the session did not say.',
  remedy: 'Check what the session was asked for (modalities, voice); then report the conversation id.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    received: {
      title: 'No audio packet has come from the far end',
      actor: 'far-end',
      specificity: 76,
      of: ['connected'],
      recognise: (evidence) => {
        const { tracks, lint, answer } = evidence.connection;
        const explained = lint.some(
          ({ side, rule, severity }) =>
            side === 'answer' && severity === 'error' && ['no-common-codec', 'direction'].includes(rule),
        );
        if (explained || !/^m=audio (?!0 )/m.test(answer?.sdp ?? '')) return undefined;
        const proof = noPackets(evidence);
        if (proof === undefined) return undefined;
        const muted = tracks.findLast(({ media }) => media === 'audio');
        return {
          certainty: 'likely',
          cause: `${proof.says.charAt(0).toUpperCase()}${proof.says.slice(1)}, though the session is connected and the answer says that the far end sends.`,
          remedy:
            'Ask for the modality “audio”, say something to the far end, and wait for its answer. If it never sends a packet, report the conversation id and the time.',
          evidence: [
            { entry: proof.entry, says: proof.says },
            ...(muted === undefined || muted.id === proof.entry
              ? []
              : [{ entry: muted.id, says: `the far end’s audio track: ${muted.event}` }]),
          ],
          causedBy: { step: 'connection', entry: proof.entry },
          ruledOut: [
            { code: 'sdp.codec', variant: 'none-common', because: 'both sides have a codec in common' },
            { code: 'sdp.dir', variant: 'one-way', because: 'the answer says that the far end sends' },
            { code: 'play.blocked', variant: 'autoplay', because: 'there is nothing that could be played' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

function noPackets({
  log,
  connection,
}: Evidence): { readonly entry: string; readonly says: string } | undefined {
  const up = log.findLast(
    (entry) => entry.kind === 'state' && entry.machine === 'connection' && entry.to === 'connected',
  );
  const last = log.at(-1);
  if (up === undefined || last === undefined) return undefined;
  const track = connection.tracks.findLast(({ media }) => media === 'audio');
  if (track?.event === 'unmute' || track?.event === 'ended') return undefined;
  // Counters are the best witness, either way.
  const counted = connection.statistics.findLast(({ rtp }) => rtp !== undefined);
  const inbound = counted?.rtp?.filter(
    ({ direction, media }) => direction === 'inbound' && media === 'audio',
  );
  if (inbound?.some(({ packets }) => packets === undefined || packets > 0) ?? false) return undefined;
  const [heard] = lastOf(connection.media, ['playback'], ['silent', 'audible']);
  if (heard?.event === 'audible') return undefined;
  if (counted !== undefined && counted.at - up.at >= patience)
    return { entry: counted.id, says: `no audio packet within ${duration(counted.at - up.at)}` };

  if (track === undefined) return undefined;
  return last.at - up.at >= patience && last.at - track.at >= patience
    ? { entry: track.id, says: `the far end’s audio track stayed mute for ${duration(last.at - track.at)}` }
    : undefined;
}
