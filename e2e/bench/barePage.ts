import { h, render } from 'preact';
import { useState } from 'preact/hooks';

/** The least that Preact can be asked for: a button that counts. What the debugger's first load is compared with. */
function Counter() {
  const [count, setCount] = useState(0);
  return h('button', { type: 'button', onClick: () => setCount(count + 1) }, `Run ${count}`);
}

render(h(Counter, {}), document.body);
