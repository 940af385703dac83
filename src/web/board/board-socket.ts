import { io, type Socket } from 'socket.io-client';
import { BOARD_PATH, type BoardEntries, type FromScreen, type ToScreen } from '../../contract/board.js';
import type { BoardStore } from './board-store.js';

export type BoardSocket = Socket<ToScreen, FromScreen>;

const RECONCILE_MS = 30_000;
/** A connection that brings no tick for this long is dead, whatever the browser thinks of it. */
const DEAD_MS = 20_000;
/** Before trying again where socket.io itself would not: the server closed the connection or refused it. */
const RETRY_MS = 1_500;
/** How long rows about stories are gathered before the lanes are asked for again. */
const LANES_MS = 1_000;

export interface BoardHearers {
  /** Entries were heard: pages that show one of these incidents must read it again. */
  onEntries: (batch: BoardEntries) => void;
  /** The session may have ended, or the role changed: ask who is signed in. */
  onDoubt: () => void;
}

export const SOCKET_OPTIONS = {
  path: BOARD_PATH,
  transports: ['websocket', 'polling'],
  tryAllTransports: true,
  reconnectionDelay: 500,
  reconnectionDelayMax: 5_000,
};

export interface BoardConnection {
  /** The network is back, or the tab is looked at again: does not wait for the next attempt. */
  wake(): void;
  stop(): void;
}

/** Connects the store to the server, keeps it reconciled and the connection honest. */
export function connectBoard(
  store: BoardStore,
  hearers: BoardHearers,
  socket: BoardSocket = io(SOCKET_OPTIONS),
): BoardConnection {
  hear(socket, store, hearers);
  const watching = watch(socket, store);
  const stopRetrying = retry(socket, store, hearers);
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

/** Rows that may change a lane: those about stories, and of cases that take stories in or leave them. */
const OF_LANES = /^(story\.|incident\.(opened|merged|dismissed|perhaps_same)$)/;

/** The lanes of stories travel only with snapshots: such a row asks for a new one. */
export const touchesLanes = (batch: BoardEntries): boolean => batch.entries.some(({ kind }) => OF_LANES.test(kind));

function hear(socket: BoardSocket, store: BoardStore, hearers: BoardHearers): void {
  let asked = false;
  let lanesDue = false;
  const ask = (): void => {
    if (asked || !socket.connected) return;
    asked = true;
    socket.emit('resync');
  };
  const askForLanes = (): void => {
    if (lanesDue) return;
    lanesDue = true;
    setTimeout(() => {
      lanesDue = false;
      ask();
    }, LANES_MS);
  };
  socket.on('connect', () => (asked = false));
  socket.on('snapshot', (snapshot) => {
    asked = false;
    if (store.take({ type: 'snapshot', snapshot }, snapshot.now)) ask();
  });
  socket.on('entries', (entries) => {
    if (store.take({ type: 'entries', entries }, entries.now)) ask();
    else if (touchesLanes(entries)) askForLanes();
    hearers.onEntries(entries);
  });
  socket.on('tick', (tick) => {
    if (store.take({ type: 'tick', tick }, tick.now)) ask();
  });
  socket.on('ended', () => hearers.onDoubt());
}

/** Reconciles every 30 s and cuts a connection that has gone silent, so that a new one can be made. */
function watch(socket: BoardSocket, store: BoardStore): { look(): void; stop(): void } {
  let openedAt = performance.now();
  socket.on('connect', () => (openedAt = performance.now()));
  const reconcile = setInterval(() => {
    if (socket.connected) socket.emit('resync');
  }, RECONCILE_MS);
  const look = (): void => {
    const silence = Math.min(store.silence() ?? Infinity, performance.now() - openedAt);
    if (socket.connected && silence > DEAD_MS) socket.disconnect().connect();
  };
  const pulse = setInterval(look, 1_000);
  const stop = (): void => {
    clearInterval(reconcile);
    clearInterval(pulse);
  };
  return { look, stop };
}

function retry(socket: BoardSocket, store: BoardStore, hearers: BoardHearers): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => socket.connect(), RETRY_MS);
  };
  socket.on('connect', () => store.setConnected(true));
  socket.on('disconnect', (reason) => {
    store.setConnected(false);
    if (reason === 'io server disconnect') again();
  });
  socket.on('connect_error', () => {
    store.setConnected(false);
    hearers.onDoubt();
    if (!socket.active) again();
  });
  return () => clearTimeout(timer);
}
