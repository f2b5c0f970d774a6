import type { Modality, Settings } from '../../../core/session/settings.ts';

/** What a session.update can change. */
export interface UpdateFields {
  readonly model: string;
  readonly voice: string;
  readonly temperature: number;
  readonly instructions: string;
  readonly modalities: readonly Modality[];
}

export function fieldsOf({ model, voice, temperature, instructions, modalities }: Settings): UpdateFields {
  return { model, voice, temperature, instructions, modalities };
}

/** A `session.update` as the official client SDK words it: `event`, not `type` (orga-contract.md, section d). */
export function sessionUpdateText({ instructions, ...fields }: UpdateFields): string {
  const data = { ...fields, ...(instructions !== '' && { instructions }) };
  return JSON.stringify({ event: 'session.update', data }, undefined, 2);
}
