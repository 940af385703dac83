import type { Hearing } from './hearing.js';

const RECONCILE_MS = 30_000;
/** A connection that brings no tick for this long is dead, whatever the browser thinks of it. */
const DEAD_MS = 20_000;
/** Before trying again where socket.io itself would not: the server closed the connection or refused it. */
const RETRY_MS = 1_500;

/** Of a socket what keeping it alive takes, whatever is said over it. */
interface Wire {
  readonly connected: boolean;
  readonly active: boolean;
  connect(): Wire;
  disconnect(): Wire;
  emit(event: 'resync'): unknown;
  on(event: 'connect', listener: () => void): unknown;
  on(event: 'disconnect', listener: (reason: string) => void): unknown;
  on(event: 'connect_error', listener: () => void): unknown;
}

export interface BoardConnection {
  /** The network is back, or the tab is looked at again: does not wait for the next attempt. */
  wake(): void;
  stop(): void;
}

/** Keeps a connection honest: reconciled, cut when it is silent, and tried again. `onDoubt`: it may have been refused for good. */
export function keepAlive(socket: Wire, hearing: Hearing, onDoubt: () => void): BoardConnection {
  const watching = watch(socket, hearing);
  const stopRetrying = retry(socket, hearing, onDoubt);
  return {
    wake: () => {
      if (socket.connected) watching.look();
      else socket.disconnect().connect();
    },
    stop: () => {
      watching.stop();
      stopRetrying();
      socket.disconnect();
    },
  };
}

/** Reconciles every 30 s and cuts a connection that has gone silent, so that a new one can be made. */
function watch(socket: Wire, hearing: Hearing): { look(): void; stop(): void } {
  let openedAt = performance.now();
  socket.on('connect', () => (openedAt = performance.now()));
  const reconcile = setInterval(() => {
    if (socket.connected) socket.emit('resync');
  }, RECONCILE_MS);
  const look = (): void => {
    const silence = Math.min(hearing.silence() ?? Infinity, performance.now() - openedAt);
    if (socket.connected && silence > DEAD_MS) socket.disconnect().connect();
  };
  const pulse = setInterval(look, 1_000);
  const stop = (): void => {
    clearInterval(reconcile);
    clearInterval(pulse);
  };
  return { look, stop };
}

function retry(socket: Wire, hearing: Hearing, onDoubt: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => socket.connect(), RETRY_MS);
  };
  socket.on('connect', () => hearing.setConnected(true));
  socket.on('disconnect', (reason) => {
    hearing.setConnected(false);
    if (reason === 'io server disconnect') again();
  });
  socket.on('connect_error', () => {
    hearing.setConnected(false);
    onDoubt();
    if (!socket.active) again();
  });
  return () => clearTimeout(timer);
}
