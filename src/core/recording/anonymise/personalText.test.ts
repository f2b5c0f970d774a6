import { expect, test } from 'vitest';
import { PersonalText } from './personalText.ts';

const nothingKept = () => new PersonalText([]);

test.each([
  ['c=IN IP4 media.acme.dev\r\n', 'c=IN IP4 host-1.internal\r\n'],
  ['candidate:1 1 udp 1 media.acme.dev 9 typ host', 'candidate:1 1 udp 1 host-1.internal 9 typ host'],
  ['https://api.orga-ai.com./v1 https://orga-ai.com/', 'https://api.orga-ai.com./v1 https://orga-ai.com/'],
  [
    'https://shop.local.acme.dev/ https://orga-ai.com.evil.dev/',
    'https://host-1.internal/ https://host-2.internal/',
  ],
  ['https://192.168.178.x/', 'https://192.168.0.x/'],
  ['https://192.168.178.x.acme.dev/ https://a1.2.3.x/', 'https://host-1.internal/ https://host-2.internal/'],
  ['https://host-12.internal/ stun:host-12', 'https://host-12.internal/ stun:host-12'],
  [
    'https://myhost-1.internal/ https://host-1.internals/',
    'https://host-1.internal/ https://host-2.internal/',
  ],
  [
    'https://tested.dev/ https://latest/ https://a.test/',
    'https://host-1.internal/ https://host-2/ https://a.test/',
  ],
  ['https://SHOP.acme.dev./ https://shop.acme.dev/', 'https://host-1.internal/ https://host-1.internal/'],
])('%s reads %s', (before, after) => {
  expect(nothingKept().replaced(before)).toBe(after);
});

test('hosts that were learnt are known wherever they stand, bare names and parts of other names are not', () => {
  const texts = nothingKept();
  texts.learn('https://shop.dev/ stun:devbox');
  texts.learn('https://shop.dev.übung/');
  texts.learnt();
  expect(texts.replaced('SHOP.dev, shop.dev.übung and devbox')).toBe(
    'host-1.internal, host-3.internal and devbox',
  );
  expect(texts.replaced('my-shop.dev shop.dev.io shop.device')).toBe('my-shop.dev shop.dev.io shop.device');
  expect(texts.found).toEqual(
    new Map([
      [
        'hosts',
        new Map([
          ['shop.dev', 'host-1.internal'],
          ['devbox', 'host-2'],
          ['shop.dev.übung', 'host-3.internal'],
        ]),
      ],
    ]),
  );
});

test('what is kept is neither learnt nor replaced', () => {
  const text = 'https://shop.acme.dev/ ada@acme.dev 10.1.1.1';
  const of = (kind: 'hosts' | 'emails' | 'addresses') => {
    const texts = new PersonalText([kind]);
    texts.learn(text);
    texts.learnt();
    return texts.replaced(text);
  };
  expect(of('hosts')).toBe('https://shop.acme.dev/ user-1@example.com 10.0.0.1');
  expect(of('emails')).toBe('https://host-1.internal/ ada@acme.dev 10.0.0.1');
  expect(of('addresses')).toBe('https://host-1.internal/ user-1@example.com 10.1.1.1');
  expect(new PersonalText(['hosts']).host('shop.acme.dev')).toBe('shop.acme.dev');
});

test('an e-mail address is the same however its plus sign is written', () => {
  expect(nothingKept().replaced('b%2Bc@d.io b+c@d.io bc@d.io')).toBe(
    'user-1@example.com user-1@example.com user-2@example.com',
  );
});

test('a host that stands alone is one as a whole, an address is an address', () => {
  const texts = nothingKept();
  expect(
    ['media.acme.dev', '10.1.2.3.acme.dev', '10.1.2.3', '(address hidden)'].map((each) => texts.host(each)),
  ).toEqual(['host-1.internal', 'host-2.internal', '10.0.0.1', '(address hidden)']);
});

test('pseudonyms that stand there already are not counted as replaced', () => {
  const texts = nothingKept();
  const stand = '00000000-0000-4000-8000-000000000001.local 10.0.0.1';
  expect(texts.replaced(stand)).toBe(stand);
  expect(texts.found).toEqual(new Map());
});

test.each([
  ['ada', 'user-1'],
  ['1762861783:ada', '1762861783:user-1'],
  ['12345678:ada', 'user-1'],
  ['x1762861783:ada', 'user-1'],
  ['two\nlines', 'user-1'],
  ['user-x', 'user-1'],
  ['turn-username#x', 'user-1'],
  ['my user-1', 'user-1'],
  ['user-12', 'user-12'],
  ['1762861783:user-12', '1762861783:user-12'],
  ['turn-username#12', 'turn-username#12'],
  ['1762861783:', '1762861783:'],
  ['', ''],
])('the TURN user name “%s” becomes “%s”', (before, after) => {
  expect(nothingKept().turnUsername(before)).toBe(after);
});

test('TURN user names, ids, instructions and what was said stay where they are kept', () => {
  const texts = new PersonalText(['turn-usernames', 'subjects', 'instructions']);
  expect(texts.turnUsername('1762861783:ada')).toBe('1762861783:ada');
  expect(texts.named('subjects', 'u1')).toBe('u1');
  expect(texts.named('api-key-ids', 'k1')).toBe('key-1');
  expect(texts.said('instructions', 'Be kind')).toBe('Be kind');
  expect(texts.said('transcripts', 'Hello')).toBe('[text, 5 characters]');
});

test('an id has a name by its kind and order; none has none, and a name keeps its own', () => {
  const texts = nothingKept();
  const subjects = ['u1', 'u2', 'u1', '', 'subject-12', 'my subject-1'];
  expect(subjects.map((value) => texts.named('subjects', value))).toEqual([
    'subject-1',
    'subject-2',
    'subject-1',
    '',
    'subject-12',
    'subject-3',
  ]);
  expect(texts.named('api-key-ids', 'subject-1')).toBe('key-1');
});

test.each([
  ['', ''],
  ['x', '[text, 1 character]'],
  ['[text, 14 characters]', '[text, 14 characters]'],
  ['[instructions, 1 character]', '[instructions, 1 character]'],
  ['say [text, 14 characters]', '[text, 25 characters]'],
  ['[text, 14 characters] more', '[text, 26 characters]'],
  ['[text, x characters]', '[text, 20 characters]'],
])('of what was said, “%s”, stays “%s”', (before, after) => {
  expect(nothingKept().said('transcripts', before)).toBe(after);
});
