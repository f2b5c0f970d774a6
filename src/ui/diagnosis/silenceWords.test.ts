import { expect, test } from 'vitest';
import type { LogEntryOf } from '../../core/session/log.ts';
import { browserName, silenceWords } from './silenceWords.ts';

const turn: LogEntryOf<'watch'> = {
  id: 'e9',
  at: 2100,
  attempt: 1,
  kind: 'watch',
  watch: 'ice-server',
  subject: 'turn:relay.example:3478',
  silentFor: 2000,
  until: 40_000,
  foresees: 'turn.udp.dead',
};

test('a silent server is named, with how long and when the browser will say so', () => {
  expect(silenceWords(turn, 3300, 'Chromium', false)).toBe(
    'TURN turn:relay.example:3478 has not answered for 3.2 s; Chromium will report it at about 40 s',
  );
});

test('a silence that no browser reports says that as well', () => {
  const { until: _, subject: __, ...rest } = turn;
  expect(silenceWords({ ...rest, watch: 'no-candidates' }, 2100, 'Chromium', false)).toBe(
    'The answer has named no address of the far end for 2 s; Chromium itself will say nothing',
  );
});

test('at a moment that is over, nothing lasts and nothing is announced', () => {
  expect(silenceWords(turn, 3300, 'Chromium', true)).toBe(
    'TURN turn:relay.example:3478 had not answered for 3.2 s; Chromium would report it at about 40 s',
  );
  const { until: _, ...rest } = turn;
  expect(silenceWords({ ...rest, watch: 'checks' }, 2100, 'Chromium', true)).toBe(
    'No connection check had been answered for 2 s; Chromium itself would say nothing',
  );
});

test('past its time the browser is not announced again', () => {
  expect(silenceWords(turn, 41_000, 'Chromium', false)).toBe(
    'TURN turn:relay.example:3478 has not answered for 40.9 s',
  );
});

test('the browser has the name that people know', () => {
  expect(browserName('Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36')).toBe('Chromium');
  expect(browserName('Mozilla/5.0 (X11; rv:153.0) Gecko/20100101 Firefox/153.0')).toBe('Firefox');
});
