import type { RequestAlteration } from '../core/session/alteration.ts';
import type { CallBody, RequestDraft, RequestParts } from './request.ts';

export interface AlteredRequest {
  readonly draft: RequestDraft;
  /** in words, for the log */
  readonly altered: readonly string[];
}

/** Applies what the debugger gets wrong on purpose, in the order given; what is meant for another endpoint is left out. */
export function alterRequest(
  draft: RequestDraft,
  parts: RequestParts,
  alterations: readonly RequestAlteration[],
): AlteredRequest {
  return alterations
    .filter(({ endpoint }) => endpoint === draft.endpoint)
    .reduce<AlteredRequest>((before, alteration) => alterOnce(before, alteration, parts), {
      draft,
      altered: [],
    });
}

function alterOnce(
  before: AlteredRequest,
  alteration: RequestAlteration,
  parts: RequestParts,
): AlteredRequest {
  let { draft } = before;
  const altered = [...before.altered];
  if (alteration.credential !== undefined) {
    draft = { ...draft, bearer: credentialOf(alteration.credential, parts) };
    altered.push(credentialWords(alteration.credential));
  }
  if (alteration.omitAuthorization) {
    draft = { ...draft, bearer: undefined };
    altered.push('Authorization header left out');
  }
  if (alteration.omitField !== undefined) {
    draft = withoutField(draft, alteration.omitField);
    altered.push(
      alteration.omitField === 'email'
        ? 'query parameter email left out'
        : `field ${alteration.omitField} left out`,
    );
  }
  if (alteration.offerSdp !== undefined) {
    const { offerSdp } = alteration;
    draft = changeBody(draft, (body) =>
      body.offer ? { ...body, offer: { ...body.offer, sdp: offerSdp } } : body,
    );
    altered.push('offer.sdp replaced');
  }
  if (alteration.params !== undefined) {
    const { params } = alteration;
    draft = changeBody(draft, (body) => ({ ...body, params: { ...body.params, ...params } }));
    for (const [name, value] of Object.entries(params))
      altered.push(`params.${name} set to ${JSON.stringify(value)}`);
  }
  if (alteration.body !== undefined) {
    draft = { ...draft, body: alteration.body };
    altered.push('body replaced');
  }
  if (alteration.omitBody) {
    draft = { ...draft, body: undefined };
    altered.push('body left out');
  }
  if (alteration.path !== undefined) {
    draft = { ...draft, path: alteration.path };
    altered.push(`path ${alteration.path} in place of the right one`);
  }
  return { draft, altered };
}

function credentialOf(credential: NonNullable<RequestAlteration['credential']>, parts: RequestParts): string {
  if (credential === 'api-key') return String(parts.apiKey);
  if (credential === 'token') return String(parts.token);
  return credential.literal;
}

/** A literal is named by its place only: it may look like a secret. */
function credentialWords(credential: NonNullable<RequestAlteration['credential']>): string {
  if (credential === 'api-key') return 'API key sent as the credential';
  if (credential === 'token') return 'ephemeral token sent as the credential';
  return 'credential replaced';
}

function withoutField(draft: RequestDraft, field: NonNullable<RequestAlteration['omitField']>): RequestDraft {
  if (field === 'email') {
    const { email: _, ...query } = draft.query;
    return { ...draft, query };
  }
  return changeBody(draft, (body) => {
    const { [field]: _, ...rest } = body;
    return rest;
  });
}

/** Nothing to change where the body is a text already, or absent. */
function changeBody(draft: RequestDraft, change: (body: CallBody) => CallBody): RequestDraft {
  return typeof draft.body === 'object' ? { ...draft, body: change(draft.body) } : draft;
}
