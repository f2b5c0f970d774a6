import type { PersonalKind } from '../../core/recording/anonymise.ts';
import type { ExportFormat } from '../../core/recording/write/exportFormat.ts';

/** What each format is good for, in the order in which they are offered. */
export const formatWords: readonly (readonly [format: ExportFormat, name: string, use: string])[] = [
  ['html', 'HTML report', 'one page that opens by double-click, also from a mail'],
  ['markdown', 'Bug report (Markdown)', 'ready for an issue: verdict, evidence, steps to reproduce'],
  ['recording', 'Recording (.json.gz)', 'opens here again, whole, statistics included'],
  ['har', 'HAR 1.2', 'the requests, for a browser’s Network panel'],
  ['webrtc-internals', 'webrtc-internals dump', 'the connection, for dump importers'],
  ['ndjson', 'NDJSON', 'the log, one entry a line, for scripts'],
  ['curl', 'curl commands', 'each request again, with a placeholder for the credential'],
];

export const personalWords: Readonly<Record<PersonalKind, string>> = {
  addresses: 'IP addresses and .local names',
  hosts: 'Host names',
  emails: 'E-mail addresses',
  'turn-usernames': 'TURN user names',
  subjects: 'Users in tokens (sub)',
  'api-key-ids': 'Ids of API keys',
  instructions: 'Instructions to the model',
  transcripts: 'What was said and written',
};

/** Whether nobody but this computer reaches the page. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    hostname.startsWith('127.')
  );
}
