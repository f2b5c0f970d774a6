/** What a text that cannot be opened looks like, and what to do; `undefined`: nothing that is known. */
export function nameText(text: string): string | undefined {
  const begin = text.slice(0, 2_000);
  if (begin.startsWith('\u001f\u008b') || begin.startsWith('\u001f\uFFFD')) {
    return 'This is a gzip archive that was read as text: open the file itself.';
  }
  if (begin.startsWith('PK\u0003\u0004'))
    return 'This is a ZIP archive: unpack it, and open the file inside.';
  if (begin.startsWith('%PDF-')) return 'This is a PDF: export the recording itself instead.';
  if (/^\s*<(?:!doctype html|html)\b/i.test(begin)) {
    return 'This is an HTML page. A report is read in the browser; to open a session here, export it as a recording.';
  }
  if (/^\s*</.test(begin)) return 'This is XML or HTML, not a recording, HAR or dump.';
  if (begin.startsWith('RTCStatsDump'))
    return 'This begins like an rtcstats dump, but has no line of metadata: the file was cut off.';
  // libpcap, its other byte order, and pcapng
  if (/^(?:\u00d4\u00c3\u00b2\u00a1|\u00a1\u00b2\u00c3\u00d4|\n\r\r\n)/.test(begin)) {
    return 'This is a packet capture: what is in it is encrypted. A webrtc-internals dump tells more.';
  }
  if (begin.includes('\u0000')) return 'This is a binary file, not a recording, HAR or dump.';
  return undefined;
}
