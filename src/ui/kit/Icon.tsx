import css from './Icon.module.css';

/** Drawn on a 16 px grid with a 1.5 px stroke. */
const paths = {
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  ring: 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3z',
  running: 'M8 3a5 5 0 1 1-5 5',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  skip: 'M3 8h10M10 5l3 3-3 3',
  warn: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.2',
  info: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11zM8 7.3v3.7M8 5v.2',
  debug: 'M4 5h8M4 8h5M4 11h7',
  play: 'M4.5 3v10l8-5z',
  step: 'M3.5 3.5v9l6-4.5zM12.5 3.5v9',
  stop: 'M4 4h8v8H4z',
  clear: 'M3 8a5 5 0 1 0 1.6-3.7M3 2.5V5.5h3',
  toHere: 'M2.5 8h7M7 5l3 3-3 3M13 3v10',
  fromHere: 'M3 3v10M6 8h7M10.5 5.5 13 8l-2.5 2.5',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  left: 'M10 4 6 8l4 4',
  copy: 'M5.5 5.5h7v8h-7zM3.5 10.5v-8h7',
  link: 'M6.5 9.5l3-3M7.5 5 9 3.5a2.5 2.5 0 0 1 3.5 3.5L11 8.5M8.5 11 7 12.5A2.5 2.5 0 0 1 3.5 9L5 7.5',
  download: 'M8 2.5v7.5M5 7.5l3 3 3-3M3 13h10',
  search: 'M7 3a4 4 0 1 0 0 8 4 4 0 1 0 0-8zM10 10l3.5 3.5',
  setup: 'M2.5 4.5h7M12.5 4.5h1M2.5 11.5h1M6.5 11.5h7M11 3v3M5 10v3',
  keys: 'M2 4.5h12v7H2zM4.5 7h.2M8 7h.2M11.3 7h.2M5.5 9.3h5',
  command: 'M3 4l4 4-4 4M8.5 12H13',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 1 0 0-5.6zM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9',
  moon: 'M13 9.5A5.5 5.5 0 1 1 6.5 3 4.5 4.5 0 0 0 13 9.5z',
  system: 'M2.5 3h11v8h-11zM6 13.5h4',
  person: 'M8 3a2.4 2.4 0 1 0 0 4.8A2.4 2.4 0 1 0 8 3zM3.5 13c.6-2.4 2.3-3.4 4.5-3.4s3.9 1 4.5 3.4',
  cards: 'M2.5 3h4.7v4.2H2.5zM8.8 3h4.7v4.2H8.8zM2.5 8.8h4.7V13H2.5zM8.8 8.8h4.7V13H8.8z',
  arrowUp: 'M8 13V3.5M4.5 7 8 3.5 11.5 7',
  arrowDown: 'M8 3v9.5M4.5 9 8 12.5 11.5 9',
  simulated: 'M6 2.5h4M7 2.5v4L3.5 13h9L9 6.5v-4M5 10.5h6',
  live: 'M8 7a1 1 0 1 0 0 2 1 1 0 1 0 0-2zM5.2 10.8a4 4 0 0 1 0-5.6M10.8 5.2a4 4 0 0 1 0 5.6M3 13A7 7 0 0 1 3 3M13 3a7 7 0 0 1 0 10',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  fit: 'M2.5 3.5v9M13.5 3.5v9M5 8h6M6.5 6 5 8l1.5 2M9.5 6 11 8l-1.5 2',
  microphone:
    'M8 2.5a1.8 1.8 0 0 0-1.8 1.8v3.4a1.8 1.8 0 0 0 3.6 0V4.3A1.8 1.8 0 0 0 8 2.5zM4 7.7a4 4 0 0 0 8 0M8 11.7v2',
  camera: 'M2 5h8v6.5H2zM10 7.5l4-2v6l-4-2',
  sound: 'M3 6.5h2.2L8.5 4v8L5.2 9.5H3zM10.5 6.3a2.5 2.5 0 0 1 0 3.4M12 4.5a5 5 0 0 1 0 7',
  book: 'M3 3.5h4a1.5 1.5 0 0 1 1 .5 1.5 1.5 0 0 1 1-.5h4v9H9a1.5 1.5 0 0 0-1 .4 1.5 1.5 0 0 0-1-.4H3zM8 4v9',
  guess: 'M5.8 6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M8 12v.2',
  tape: 'M2 4.5h12v7H2zM5 8a1.2 1.2 0 1 0 .01 0M11 8a1.2 1.2 0 1 0 .01 0M6.2 9.2h3.6',
  send: 'M8 9.500v-7M5 5.500l3-3 3 3M3.500 8.500v5h9v-5',
  open: 'M2.5 12.5v-9h4l1.5 2h5.5v7zM2.5 8h11',
  rename: 'M3 13l.7-2.8 6.8-6.8 2.1 2.1-6.8 6.8z',
  pin: 'M6 2.5h4M6.7 2.5v4L4.5 9h7L9.300 6.500v-4M8 9v4.500',
  bin: 'M3.500 4.500h9M6.500 4.500v-2h3v2M4.700 4.500l.5 9h5.600l.5-9',
} as const;

export type IconName = keyof typeof paths;

const solid: ReadonlySet<IconName> = new Set(['play', 'stop', 'step']);

/** Always beside a word or inside a named control, so hidden from the accessibility tree. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class={css.icon}
      viewBox="0 0 16 16"
      aria-hidden="true"
      data-icon={name}
      data-solid={solid.has(name)}
    >
      <path d={paths[name]} />
    </svg>
  );
}
