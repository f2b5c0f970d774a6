import { expect, test } from 'vitest';
import { brief, inherited, nameOf, readDescription, words } from './description.ts';

function read(lines: readonly string[], side: 'offer' | 'answer' = 'answer') {
  return readDescription(lines.map((line) => `${line}\r\n`).join(''), side);
}

test('every attribute is found by its name, with its value and line; other lines hold none', () => {
  const { session, media } = read([
    'v=0',
    's=setup:x',
    'a=setup:active',
    'm=audio 9 RTP/AVP 0',
    'a=rtcp-mux',
    'a=x:1',
    'a=x:2:3',
  ]);
  const values = (section: typeof session | undefined) =>
    [...(section?.attributes ?? [])].map(([name, all]) => [
      name,
      ...all.map(({ value, line }) => `${line.number} ${value}`),
    ]);
  expect(values(session)).toEqual([['setup', '3 active']]);
  expect(values(media[0])).toEqual([
    ['rtcp-mux', '5 '],
    ['x', '6 1', '7 2:3'],
  ]);
});

test('what a section lacks it has from the session', () => {
  const description = read(['v=0', 'a=setup:active', 'm=audio 9 X 0', 'a=setup:passive', 'm=video 9 X 0']);
  const [audio, video] = description.media;
  if (audio === undefined || video === undefined) throw new Error('two sections');
  expect(inherited(description, audio, 'setup')?.value).toBe('passive');
  expect(inherited(description, video, 'setup')?.value).toBe('active');
  expect(inherited(description, video, 'mid')).toBeUndefined();
});

test('only groups of BUNDLE count, each mid once', () => {
  const { bundles } = read(['a=group:LS 0 1', 'a=group:BUNDLE 0  1 0', 'a=group:BUNDLE 2', 'a=group:BUNDLE']);
  expect(bundles.map(({ mids, line }) => [line.number, ...mids])).toEqual([[2, '0', '1'], [3, '2'], [4]]);
  const many = Array.from({ length: 2_049 }, (_, index) => `m${index}`);
  expect(read([`a=group:BUNDLE ${many.join(' ')}`]).bundles[0]?.mids).toEqual(many.slice(0, 2_048));
});

test('the first section of a group that is not rejected has the transport, and each without a group its own', () => {
  const section = (port: number, mid?: string) => [
    `m=audio ${port} X 0`,
    ...(mid === undefined ? [] : [`a=mid:${mid}`]),
  ];
  const { media } = read([
    'a=group:BUNDLE a b c',
    'a=group:BUNDLE d e',
    ...section(0, 'a'),
    ...section(9, 'b '),
    ...section(9, 'c'),
    ...section(9, 'd'),
    ...section(9),
    ...section(9, 'e'),
    ...section(9, 'f'),
  ]);
  expect(media.map(({ ownTransport }) => ownTransport)).toEqual([
    false,
    true,
    false,
    true,
    true,
    false,
    true,
  ]);
});

test('port 0 rejects, but in an offer not a section that is bundle-only', () => {
  const rejected = (side: 'offer' | 'answer', mLine: string, ...rest: readonly string[]) =>
    read([mLine, ...rest], side).media[0]?.rejected;
  expect(rejected('offer', 'm=audio 0 X 0')).toBe(true);
  expect(rejected('answer', 'm=audio 0 X 0')).toBe(true);
  expect(rejected('offer', 'm=audio 0 X 0', 'a=bundle-only')).toBe(false);
  expect(rejected('answer', 'm=audio 0 X 0', 'a=bundle-only')).toBe(true);
  expect(rejected('answer', 'm=audio 9 X 0')).toBe(false);
  expect(rejected('answer', 'm=audio x X 0')).toBe(false);
});

test('of the m= line 256 formats are read, of a candidate 4,096 characters', () => {
  const formats = Array.from({ length: 257 }, (_, index) => String(index));
  const candidate = '1 1 udp 5 192.0.2.1 9000 typ host x ';
  const [section] = read([
    `m=audio 9 X ${formats.join(' ')}`,
    `a=candidate:${candidate.padEnd(4_096, 'y')}`,
    `a=candidate:${candidate.padEnd(4_097, 'y')}`,
  ]).media;
  expect(section?.formats).toEqual(formats.slice(0, 256));
  expect(section?.candidates.map(({ line, result }) => [line.number, result.ok])).toEqual([
    [2, true],
    [3, false],
  ]);
  expect(section?.candidates[1]?.result).toEqual({
    ok: false,
    problem: 'The candidate has 4,097 characters.',
  });
});

test('a section is named by its kind and its mid, or else by its place', () => {
  const names = read([
    'm=audio 9 X 0',
    'a=mid:a',
    `m=${'v'.repeat(41)} 9 X 0`,
    'm=video 9 X 0',
    `a=mid:${'m'.repeat(41)}`,
  ]).media.map(nameOf);
  expect(names).toEqual([
    'audio section (mid a)',
    `${'v'.repeat(39)}… section 2`,
    `video section (mid ${'m'.repeat(39)}…)`,
  ]);
});

test('words are parted by any white space, and 40 characters are brief', () => {
  expect(words(' a  b\tc ')).toEqual(['a', 'b', 'c']);
  expect(words('')).toEqual([]);
  expect(brief('x'.repeat(40))).toBe('x'.repeat(40));
  expect(brief('x'.repeat(41))).toBe(`${'x'.repeat(39)}…`);
});
