import { createRedactor } from '../../redaction.ts';
import { readToken } from '../../token.ts';
import { ask, askForLog } from './askFor.ts';
import { findingsOf } from './findingsOf.ts';
import { openText } from './openText.ts';
import type { Pasted, RecogniseOptions } from './pasted.ts';
import { pastedSdp } from './pastedSdp.ts';
import { pastedToken } from './pastedToken.ts';
import { keyWarning, pastedWords } from './pastedWords.ts';
import { looksLikeSdp } from './readSdp.ts';

/** More than this of a text that is no file is not looked at, characters. */
const mostRead = 200_000;

/** Tells what a pasted text points to. Judged by the catalogue's own recognisers; never throws, keeps no secret. */
export function recogniseText(text: string, options: RecogniseOptions): Pasted {
  try {
    const pasted = recognise(text, options);
    // What quotes the text goes on the page: whatever is known to look like a secret has a name there.
    const { findings, facts } = pasted;
    return { ...pasted, ...createRedactor().redact({ findings, facts }) };
  } catch {
    return { kind: 'unknown', findings: [], facts: ['This text could not be read.'], askFor: [ask.more] };
  }
}

function recognise(text: string, options: RecogniseOptions): Pasted {
  const { now, id } = options;
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'nothing', findings: [], facts: [], askFor: [] };
  // Pasting loses the last line end, which is no fault of the description.
  if (looksLikeSdp(trimmed)) return pastedSdp(`${trimmed}\r\n`, options);
  const bearer = trimmed.replace(/^(?:authorization:\s*)?bearer\s+/i, '');
  if (/^[\w.-]+$/.test(bearer) && bearer.length < 20_000) {
    const { kind } = readToken(bearer);
    if (kind === 'jwt') return pastedToken(bearer, now);
    if (kind === 'api-key') return { kind: 'api-key', findings: [], facts: [keyWarning], askFor: [ask.har] };
  }
  const reading = openText(text, { id });
  if (reading.ok) {
    return {
      kind: 'recording',
      findings: findingsOf([reading.recording.log]),
      facts: reading.notes,
      askFor: askForLog(reading.recording.source),
      reading,
    };
  }
  return pastedWords(trimmed.slice(0, mostRead), now);
}
