/** What the badge can do. */
export interface BadgeActions {
  readonly open: () => void;
  readonly save: () => void;
  readonly off: () => void;
}

export interface Badge {
  tell(text: string): void;
  remove(): void;
}

const style = `:host{all:initial;position:fixed;bottom:8px;left:8px;z-index:2147483647}
div{display:flex;flex-wrap:wrap;gap:6px;max-width:min(520px,95vw);padding:5px;border-radius:8px;background:#16181d;color:#fff;font:13px/1.4 system-ui}
button{font:inherit;min-height:26px;padding:2px 8px;border:1px solid #999;border-radius:5px;background:#2a2e36;color:inherit}
p{flex-basis:100%;margin:0 4px}
button:focus-visible{outline:2px solid #8ab4ff}
[hidden]{display:none}`;

/**
 * A small panel in the corner, in a closed shadow root: the page’s styles and selectors do not reach it. Its style is a
 * constructed sheet and its elements are made one by one, so that neither a strict Content-Security-Policy nor Trusted
 * Types have anything against it.
 */
export function showBadge({ open, save, off }: BadgeActions): Badge {
  const host = document.createElement('session-probe');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const panel = document.createElement('div');
  panel.setAttribute('role', 'group');
  panel.setAttribute('aria-label', 'Session probe');
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  said.hidden = true;
  const button = (label: string, press: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.addEventListener('click', press);
    return made;
  };
  const more = [button('Open debugger', open), button('Save recording', save), button('Switch off', off)];
  const toggle = button('◉ Session probe', () => {
    const hidden = toggle.getAttribute('aria-expanded') === 'true';
    toggle.setAttribute('aria-expanded', String(!hidden));
    for (const each of more) each.hidden = hidden;
    said.hidden = hidden || said.textContent === '';
  });
  toggle.setAttribute('aria-expanded', 'false');
  for (const each of more) each.hidden = true;
  panel.append(toggle, ...more, said);
  root.append(panel);
  // The page’s own shortcuts are not meant by what is pressed in here.
  for (const event of ['keydown', 'keyup', 'click', 'pointerdown'] as const)
    root.addEventListener(event, (happened) => happened.stopPropagation());

  const attach = () => document.documentElement.append(host);
  if (document.body === null) addEventListener('DOMContentLoaded', attach, { once: true });
  else attach();
  return {
    tell(text) {
      said.textContent = text;
      said.hidden = toggle.getAttribute('aria-expanded') !== 'true';
    },
    remove() {
      removeEventListener('DOMContentLoaded', attach);
      host.remove();
    },
  };
}
