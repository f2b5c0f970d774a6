import { startProbe } from './probe.ts';

// What the classic script does: it is there to be loaded, not called.
startProbe();
