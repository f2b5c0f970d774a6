import { lazyModule, lazyPart } from './kit/lazyPart.tsx';

const runParts = lazyModule(() => import('./runParts.ts'));

export const ConnectedVerdict = lazyPart('The verdict', runParts, (parts) => parts.ConnectedVerdict);
export const FailedVerdict = lazyPart('The verdict', runParts, (parts) => parts.FailedVerdict);
export const Inspector = lazyPart('The inspector', runParts, (parts) => parts.Inspector);
export const Timeline = lazyPart('The timeline', runParts, (parts) => parts.Timeline);
export const WaitingDetails = lazyPart('What this means', runParts, (parts) => parts.WaitingDetails);
