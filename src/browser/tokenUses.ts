import type { Attempt } from './attempt.ts';

/** Tells what is remembered of earlier uses of a token, before it is used again. */
export async function reportEarlierUses(
  token: string,
  name: string,
  { controls, usesTold }: Attempt,
): Promise<void> {
  const uses = await controls.tokenMemory.recall(token);
  reportRefusal(controls);
  if (uses.length === 0 || uses.length === usesTold.get(name)) return;
  usesTold.set(name, uses.length);
  const now = Date.now();
  controls.report({
    kind: 'token-history',
    token: name,
    uses: uses.map(({ endpoint, at, status }) => ({ endpoint, status, ago: Math.max(0, now - at) })),
  });
}

/** Remembers that a call was answered with this status. Only a call can spend a token, so only calls are kept. */
export async function rememberCall(token: string, status: number, { controls }: Attempt): Promise<void> {
  await controls.tokenMemory.remember(token, { endpoint: 'calls', at: Date.now(), status });
  reportRefusal(controls);
}

function reportRefusal({ tokenMemory, report }: Attempt['controls']): void {
  const what = tokenMemory.takeRefusal();
  if (what !== undefined) report({ kind: 'note', topic: 'storage-refused', what });
}
