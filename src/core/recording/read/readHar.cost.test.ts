import { expect, test } from 'vitest';
import { summarise } from '../../session/summarise.ts';
import { openText } from './openText.ts';
import { entry, har } from './testing/harFile.ts';

test('among ten thousand others the session is found', { timeout: 60_000 }, () => {
  const others = Array.from({ length: 10_000 }, (_, index) =>
    entry({
      url: `https://cdn.example/${index}.png`,
      content: { size: 9, mimeType: 'image/png', encoding: 'base64', text: 'AAAA' },
    }),
  );
  const secrets = entry({
    url: 'https://api.orga-ai.com/v1/realtime/client-secrets',
    reply: { ephemeral_token: 'a.b.c', expires_at: '2026-11-22T12:10:00' },
  });
  const reading = openText(har([...others, secrets]), { id: 'x' });
  expect(summarise(reading.ok ? reading.recording.log : []).steps[0]?.state).toBe('done');
});
