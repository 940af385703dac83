import { io, type Socket } from 'socket.io-client';
import { BOARD_PATH, type BoardEntries, type FromScreen, type ToScreen } from '../../contract/board.js';
import type { BoardStore } from './board-store.js';
import { type BoardConnection, keepAlive } from './keep-alive.js';

export type BoardSocket = Socket<ToScreen, FromScreen>;

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

/** Connects the store to the server, keeps it reconciled and the connection honest. */
export function connectBoard(
  store: BoardStore,
  hearers: BoardHearers,
  socket: BoardSocket = io(SOCKET_OPTIONS),
): BoardConnection {
  hear(socket, store, hearers);
  return keepAlive(socket, store, hearers.onDoubt);
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
