import type { ConnectionStory } from '../../../core/diagnosis/evidence.ts';
import type { ServerOutcome } from '../../../core/diagnosis/serverOutcomes.ts';
import { duration } from '../../../core/session/wording.ts';
import { EntryLink } from '../../kit/EntryLink.tsx';
import { Table, type TableRow } from '../Table.tsx';
import { stunErrorWords } from './stunErrorWords.ts';

interface ServerTableProps {
  readonly story: ConnectionStory;
  readonly onSelect: (id: string) => void;
}

const results: Readonly<Record<ServerOutcome['result'], string>> = {
  answered: 'Answered',
  refused: 'Refused',
  'timed-out': 'Did not answer',
  'no-connection': 'TCP or TLS did not connect',
  lookup: 'Its name was not found',
  nothing: 'Passed over: no candidate, no error',
  silent: 'Silent so far',
};

/** Each server, and what became of it. */
export function ServerTable({ story, onSelect }: ServerTableProps) {
  const { iceServers, servers, localCandidates, states, policy } = story;
  const began = states.find(({ machine, to }) => machine === 'gathering' && to === 'gathering')?.at;
  const outcomes = new Map(servers.map((outcome) => [outcome.url, outcome]));
  const facts = iceServers?.servers ?? [];
  const rows = facts.flatMap(({ urls, username, credential }) =>
    urls.map((url): TableRow => {
      const outcome = outcomes.get(url);
      const given = localCandidates.filter((candidate) => candidate.url === url).length;
      const after =
        outcome?.proof === undefined || began === undefined ? undefined : outcome.proof.at - began;
      const tone = outcome === undefined ? 'quiet' : toneOf(outcome.result);
      const result =
        outcome !== undefined
          ? results[outcome.result]
          : iceServers?.leftOut.includes(url)
            ? 'Left out: its name is reserved'
            : policy === 'relay' && /^stuns?:/i.test(url)
              ? 'Not asked: relays only'
              : 'Not understood';
      return {
        tone,
        cells: [
          url,
          outcome?.proof === undefined ? (
            result
          ) : (
            <EntryLink id={outcome.proof.entry} text={result} onSelect={onSelect} />
          ),
          after === undefined ? '–' : duration(Math.max(0, after)),
          given === 0 ? '–' : String(given),
          errorWords(outcome),
          username === undefined && credential === undefined
            ? '–'
            : `${username ?? '–'} · ${credential ?? '–'}`,
        ],
      };
    }),
  );
  return (
    <Table
      caption="Servers"
      terms={['stun', 'turn']}
      head={['URL', 'Result', 'After', 'Candidates', 'Error', 'Username · credential']}
      rows={rows}
      none="None were handed out."
    />
  );
}

function errorWords(outcome: ServerOutcome | undefined): string {
  const code = outcome?.errorCode === undefined ? undefined : stunErrorWords(outcome.errorCode);
  return [code, outcome?.errorText && `“${outcome.errorText}”`].filter(Boolean).join(' ') || '–';
}

function toneOf(result: ServerOutcome['result']): NonNullable<TableRow['tone']> {
  if (result === 'answered') return 'ok';
  return result === 'silent' || result === 'nothing' ? 'warn' : 'error';
}
