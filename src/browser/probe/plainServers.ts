import type { RTCIceServerLike } from '../../core/webrtc/iceServers.ts';

/** What of a list of ICE servers can be told, whatever a page or a backend put into it. */
export function plainServers(list: readonly unknown[]): readonly RTCIceServerLike[] {
  return list.flatMap((server) => {
    if (typeof server !== 'object' || server === null) return [];
    const { urls, url, username, credential }: ServerRecord = server;
    const given = (Array.isArray(urls) ? urls : [urls ?? url]).filter((each) => typeof each === 'string');
    return [
      {
        urls: given,
        ...(typeof username === 'string' ? { username } : {}),
        ...(typeof credential === 'string' ? { credential } : {}),
      },
    ];
  });
}

type ServerRecord = { readonly [K in 'urls' | 'url' | 'username' | 'credential']?: unknown };
