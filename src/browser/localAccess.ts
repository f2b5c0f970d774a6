/** Names under which browsers keep the permission to talk to this machine or its network (Local Network Access). */
const names = ['local-network-access', 'loopback-network', 'local-network'];

/** The strictest of them; undefined where the browser has no such permission, and so refuses nothing by it. */
export async function localAccess(): Promise<PermissionState | undefined> {
  const states: PermissionState[] = [];
  for (const name of names) {
    try {
      // TypeScript's list of names does not have the new ones; a browser that does not either throws.
      states.push((await navigator.permissions.query({ name: name as PermissionName })).state);
    } catch {
      // This browser has no such permission.
    }
  }
  return states.find((each) => each === 'denied') ?? states.find((each) => each === 'prompt') ?? states[0];
}
