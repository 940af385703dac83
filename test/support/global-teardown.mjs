import { removeServer } from './leftovers.mjs';

/** Stops and removes the server of this run. */
export default async function tearDown() {
  if (globalThis.huiyingTestServer) await removeServer(globalThis.huiyingTestServer.home);
}
