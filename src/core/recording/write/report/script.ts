/**
 * The report's own script: filters the log and opens the row that a link leads to. The report can be read without it.
 * Plain ES2022, no back slash and no back tick, so that what is hashed is what is written. Its hash stands beside it.
 */
export const reportScript = `
(() => {
  const find = (id) => document.getElementById(id);
  const level = find('level');
  const text = find('text');
  const chunks = [...document.querySelectorAll('.log')];
  let rows;
  function read() {
    rows ??= chunks.map((chunk) => ({
      chunk,
      items: [...chunk.children].map((item) => ({
        item,
        level: Number(item.dataset.level),
        text: item.textContent.toLowerCase(),
      })),
    }));
    return rows;
  }
  function filter() {
    const wanted = text.value.toLowerCase().split(' ').filter(Boolean);
    let shown = 0;
    for (const { chunk, items } of read()) {
      let any = false;
      for (const row of items) {
        const matches = row.level >= Number(level.value) && wanted.every((word) => row.text.includes(word));
        if (row.item.hidden === matches) row.item.hidden = !matches;
        if (matches) { any = true; shown += 1; }
      }
      chunk.hidden = !any;
    }
    find('shown').textContent = shown + ' of ' + find('shown').dataset.all + ' rows';
  }
  function follow() {
    const row = location.hash.startsWith('#row-') ? find(location.hash.slice(1)) : null;
    if (row === null) return;
    if (row.hidden) {
      level.value = '0';
      text.value = '';
      filter();
    }
    row.querySelector('details').open = true;
    row.scrollIntoView({ block: 'center' });
  }
  level.addEventListener('change', filter);
  text.addEventListener('input', filter);
  addEventListener('hashchange', follow);
  find('filter').hidden = false;
  follow();
})();
`;
