import css from './LogPanel.module.css';

const rows: readonly (readonly [string, string])[] = [
  ['type:rest', 'a group of kinds: rest, ice, sdp, channel, state, step, note, stats; or one kind'],
  ['level:warn · level:warn+', 'exactly that level; that level and above'],
  ['step:call', 'token, ice-config, offer, call, connection'],
  ['request:r3 · status:401', 'one request; one status'],
  ['-type:ice', 'a leading minus: everything but'],
  ['401 "used this token"', 'words and "quoted text" are looked for in the line; all terms must hold'],
];

export function FilterHelp() {
  return (
    <dl class={css.help}>
      {rows.map(([term, meaning]) => (
        <div key={term}>
          <dt>
            <code>{term}</code>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
