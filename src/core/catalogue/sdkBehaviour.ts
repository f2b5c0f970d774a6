import type { CatalogueDiscrepancy } from './entry.ts';

/** Where the official client SDK differs from what WebRTC promises. Source: orga-contract.md, section d, observed. */
export const claimsConnected: CatalogueDiscrepancy = {
  topic: 'What “connected” means',
  promisedBy: 'WebRTC',
  catalogue: 'connectionState is “connected” once ICE and DTLS stand.',
  observed:
    'The client SDK says “connected” and resolves as soon as the answer is applied, before ICE has tried anything. It takes some 15 s until it says “failed”, and onError never fires.',
};

export const tearsDown: CatalogueDiscrepancy = {
  topic: 'What “disconnected” means',
  promisedBy: 'WebRTC',
  catalogue:
    '“disconnected” can come and go by itself; only “failed” is final, and an ICE restart may cure even that.',
  observed:
    'The client SDK tears the call down at the first “disconnected”: no wait, no ICE restart, no reconnect, and neither onError nor onSessionEnd fires.',
};

export const onlyLogsClose: CatalogueDiscrepancy = {
  topic: 'What becomes of a closed data channel',
  promisedBy: 'WebRTC',
  catalogue: 'The channel’s close event says at once that nothing more will come.',
  observed: 'The client SDK only logs it at info level. Its state changes some 7 s later, when ICE notices.',
};

export const cutsOffSilently: CatalogueDiscrepancy = {
  topic: 'How long candidates are gathered',
  promisedBy: 'WebRTC',
  catalogue:
    'Gathering ends when iceGatheringState is “complete”; without trickle ICE, the offer should wait for it.',
  observed:
    'The client SDK waits 5 s, then sends the offer with the candidates that it has, without a word. Later ones never reach the far end.',
};
