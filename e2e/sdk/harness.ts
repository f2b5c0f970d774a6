// A page as an integrator writes it, around the client SDK as published; built by harnessServer.ts, run in Chromium.
import { OrgaAI, OrgaAIProvider, useOrgaAI } from '@orga-ai/react';
import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';

export interface Observed {
  readonly states: string[];
  readonly errors: { readonly name: string; readonly message: string }[];
  readonly messages: string[];
  settled?: 'resolved' | { readonly name: string; readonly code: string; readonly message: string };
}

declare global {
  interface Window {
    sdk: Observed;
    startSession: () => void;
  }
}

const observed: Observed = { states: [], errors: [], messages: [] };
window.sdk = observed;

const query = new URLSearchParams(location.search);
const session = query.get('session') ?? '';

OrgaAI.init({
  // As in the SDK's own README, which looks at nothing (and may take something else for the token); or by the
  // endpoint's URL, where the SDK looks itself.
  ...(query.has('unchecked')
    ? {
        fetchSessionConfig: async () => {
          const config = (await (await fetch(session)).json()) as { ephemeralToken: string };
          const other = query.get('unchecked');
          return (other === '' ? config : { ...config, ephemeralToken: other }) as never;
        },
      }
    : { sessionConfigEndpoint: session }),
  logLevel: 'disabled',
  model: 'orga-1-beta',
  voice: 'alloy',
});

const callbacks = {
  onError: ({ name, message }: Error) => observed.errors.push({ name, message }),
  onSessionCreated: ({ type }: { readonly type: string }) => observed.messages.push(type),
};

function Session() {
  const { startSession, connectionState } = useOrgaAI();
  useEffect(() => {
    observed.states.push(connectionState);
  }, [connectionState]);
  window.startSession = () => {
    startSession().then(
      () => {
        observed.settled = 'resolved';
      },
      (error: unknown) => {
        const { name, code, message } = error as { name: string; code: string; message: string };
        observed.settled = { name, code, message };
      },
    );
  };
  return null;
}

const root = document.body.appendChild(document.createElement('main'));
createRoot(root).render(createElement(OrgaAIProvider, { callbacks } as never, createElement(Session)));
