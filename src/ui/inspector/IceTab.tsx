import type { LogEntry } from '../../core/session/log.ts';
import { duration } from '../../core/session/wording.ts';
import { Placeholder } from '../kit/Placeholder.tsx';
import css from './Inspector.module.css';
import { ofKind } from './inspected.ts';
import { Table } from './Table.tsx';

/** Servers, candidates of both sides, their errors, and the pairs that were tried. */
export function IceTab({ log }: { readonly log: readonly LogEntry[] }) {
  const servers = ofKind(log, 'ice-servers').at(-1);
  const candidates = ofKind(log, 'candidate').filter((entry) => entry.candidate !== '');
  const errors = ofKind(log, 'candidate-error');
  const statistics = ofKind(log, 'statistics').at(-1);
  if (servers === undefined && candidates.length === 0 && errors.length === 0) {
    return (
      <Placeholder>
        No ICE yet: the servers come in the step ICE config, the candidates in SDP offer.
      </Placeholder>
    );
  }
  return (
    <div class={css.overview}>
      <Table
        caption="Servers handed out"
        head={['URL', 'Username', 'Credential', 'Used']}
        rows={(servers?.servers ?? []).flatMap((server) =>
          server.urls.map((url) => [
            url,
            server.username ?? '–',
            server.credential ?? '–',
            servers?.leftOut.includes(url) ? 'no: its name is reserved' : 'yes',
          ]),
        )}
        none="None were handed out."
      />
      <Table
        caption="Candidates"
        head={['Side', 'Type', 'Protocol', 'Address', 'Media']}
        rows={candidates.map((entry) => {
          const [, , protocol = '', , address = '', port = '', , type = ''] = entry.candidate.split(' ');
          return [
            entry.side,
            type,
            protocol,
            address === '' ? entry.candidate : `${address} ${port}`,
            entry.mid ?? '–',
          ];
        })}
        none="None were gathered."
      />
      <Table
        caption="Candidate errors"
        head={['Server', 'Code', 'Text', 'From']}
        rows={errors.map((entry) => [
          entry.url,
          String(entry.errorCode),
          entry.errorText === '' ? '–' : entry.errorText,
          entry.address === undefined ? '–' : `${entry.address} ${entry.port ?? ''}`,
        ])}
        none="None."
      />
      <Table
        caption="Candidate pairs, as last seen"
        head={['Local', 'Remote', 'State', 'Checks sent', 'Answered', 'Round trip']}
        rows={(statistics?.pairs ?? []).map((pair) => [
          pair.local,
          pair.remote,
          pair.nominated ? `${pair.state}, nominated` : pair.state,
          String(pair.requestsSent),
          String(pair.responsesReceived),
          pair.roundTripTime === undefined ? '–' : duration(pair.roundTripTime),
        ])}
        none="No statistics were taken."
      />
    </div>
  );
}
