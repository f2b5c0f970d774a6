import * as v from 'valibot';
import {
  defaultSettings,
  type Limits,
  type Modality,
  type Route,
  type Settings,
} from '../../session/settings.ts';
import type { SessionStep } from '../../session/step.ts';
import { amount, flag, label, list, type Members, number, oneOf, text } from './scalars.ts';

export const sessionStep = oneOf<SessionStep>({
  token: true,
  'ice-config': true,
  offer: true,
  call: true,
  connection: true,
});

export const route = oneOf<Route>({ rest: true, backend: true });

export const limitMembers = {
  token: amount,
  'ice-config': amount,
  offer: amount,
  call: amount,
  connection: amount,
} satisfies Members<Limits>;

/** A setting that an earlier version did not have yet: it behaved as today's default. */
const defaulted = {
  route: v.optional(route, defaultSettings.route),
  baseUrl: v.optional(text, defaultSettings.baseUrl),
  sessionEndpoint: v.optional(text, defaultSettings.sessionEndpoint),
  sessionMethod: v.optional(
    oneOf<Settings['sessionMethod']>({ GET: true, POST: true, PUT: true }),
    defaultSettings.sessionMethod,
  ),
  sessionHeaders: v.optional(text, defaultSettings.sessionHeaders),
  sessionBody: v.optional(text, defaultSettings.sessionBody),
  sessionCredentials: v.optional(
    oneOf<Settings['sessionCredentials']>({ omit: true, 'same-origin': true, include: true }),
    defaultSettings.sessionCredentials,
  ),
  restWith: v.optional(oneOf<Settings['restWith']>({ key: true, token: true }), defaultSettings.restWith),
  relay: v.optional(flag, defaultSettings.relay),
  fetchIceConfig: v.optional(flag, defaultSettings.fetchIceConfig),
  email: v.optional(text, defaultSettings.email),
  voice: v.optional(text, defaultSettings.voice),
  model: v.optional(text, defaultSettings.model),
  temperature: v.optional(number, defaultSettings.temperature),
  transcription: v.optional(flag, defaultSettings.transcription),
  instructions: v.optional(text, defaultSettings.instructions),
  modalities: v.optional(list(oneOf<Modality>({ audio: true, video: true })), [
    ...defaultSettings.modalities,
  ]),
  history: v.optional(flag, defaultSettings.history),
  iceTransportPolicy: v.optional(
    oneOf<Settings['iceTransportPolicy']>({ all: true, relay: true }),
    defaultSettings.iceTransportPolicy,
  ),
  correlationHeaders: v.optional(list(label), [...defaultSettings.correlationHeaders]),
  continueWithoutToken: v.optional(flag, defaultSettings.continueWithoutToken),
  retries: v.optional(amount, defaultSettings.retries),
  renewToken: v.optional(flag, defaultSettings.renewToken),
} satisfies Members<Settings>;

export const settings: v.GenericSchema<unknown, Settings> = v.object(defaulted);
export const limits: v.GenericSchema<unknown, Limits> = v.object(limitMembers);
