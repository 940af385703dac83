import { io, type Socket } from 'socket.io-client';
import { BOARD_PATH, type FromScreen, type ToScreen } from '../../../contract/board.js';
import { wallMs } from './wall-clock.js';

/** What the process is told first. */
export interface Places {
  address: string;
  /** Of as many sessions as there are screens. */
  cookies: string[];
}

/** All screens of this process have it. */
export interface SeenByAll {
  incidentId: string;
  kind: string;
  at: number;
}

/** Screens as browsers would be. Tells when they have their snapshots, and when the last of them has an entry. */
async function watch({ address, cookies }: Places): Promise<void> {
  const seen = new Map<string, number>();
  const note = (incidentId: string, kind: string): void => {
    const name = `${incidentId} ${kind}`;
    const screens = (seen.get(name) ?? 0) + 1;
    seen.set(name, screens);
    if (screens === cookies.length) process.send?.({ incidentId, kind, at: wallMs() } satisfies SeenByAll);
  };
  await Promise.all(cookies.map((cookie) => screen(address, cookie, note)));
  process.send?.('ready');
}

function screen(address: string, cookie: string, note: (incidentId: string, kind: string) => void): Promise<void> {
  const socket: Socket<ToScreen, FromScreen> = io(address, {
    ...{ path: BOARD_PATH, transports: ['websocket'], forceNew: true, reconnection: false },
    extraHeaders: { cookie },
  });
  const first = new Set<string>();
  socket.on('entries', ({ entries }) => {
    for (const { incidentId, kind } of entries) {
      const name = `${incidentId} ${kind}`;
      if (incidentId === null || first.has(name)) continue;
      first.add(name);
      note(incidentId, kind);
    }
  });
  return new Promise((ready, failed) => {
    socket.once('snapshot', () => ready());
    socket.once('connect_error', failed);
  });
}

process.once('message', (places) => void watch(places as Places));
process.once('disconnect', () => process.exit());
