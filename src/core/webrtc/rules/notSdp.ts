import type { Flaw, TextRule } from './rule.ts';

/** The text is no SDP at all: says what it looks like. */
export const notSdp: TextRule = {
  id: 'not-sdp',
  source: 'RFC 8866, section 5',
  check(text, side) {
    // What is escaped has its own rule.
    if (/^["']?v(?:=|%3D)/i.test(text)) return undefined;
    return { ...flawOf(text.trimStart(), side), severity: 'error' };
  },
};

function flawOf(trimmed: string, side: 'offer' | 'answer'): Omit<Flaw, 'severity'> {
  if (trimmed.startsWith('v=')) {
    return {
      title: `Something stands before the ${side}’s first line`,
      cause: 'SDP begins with “v=0”, without white space or a byte order mark before it.',
      fix: `Pass the ${side} on as it came, byte by byte.`,
    };
  }
  if (trimmed === '') {
    return {
      title: `The ${side} is empty`,
      cause: 'There is no session description at all.',
      fix: 'Look at the reply that should have held it, and at the field that was read.',
    };
  }
  if (/^[{["](?!object )/.test(trimmed)) {
    return {
      title: `The ${side} is JSON, not SDP`,
      cause:
        'The text begins as JSON does. Most often the whole reply was handed on instead of its sdp field.',
      fix: 'Parse the reply and hand on the string inside, for example reply.answer.sdp.',
    };
  }
  if (trimmed.startsWith('<')) {
    return {
      title: `The ${side} is a page, not SDP`,
      cause: 'The text begins as HTML or XML does: a proxy, a login page or an error page has answered.',
      fix: 'Check status and content type of the reply before its text is used.',
    };
  }
  return {
    title: `The ${side} is not SDP`,
    cause: `The text does not begin with “v=”. ${
      /^(?:undefined|null|NaN|\[object )/.test(trimmed)
        ? 'It is what JavaScript writes for a value that is not there or is an object.'
        : 'SDP always does.'
    }`,
    fix: 'Look at what the text says, and at the field that it was read from.',
  };
}
