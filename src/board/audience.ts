import { Logger } from '@nestjs/common';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { BoardEntries, BoardTick, FromScreen, ToScreen } from '../contract/board.js';
import type { Person } from '../contract/session.js';
import { cutOff, hasStalled } from './backlog.js';
import { entriesFor, snapshotFor, tickFor } from './board-part.js';
import type { BoardNews, BoardReading } from './board-reader.js';

/** What the server holds of a screen: whose it is, by which session, and what it shows. */
export interface Screen {
  sessionId: string;
  person: Person;
  /** Ids of the cases it was given and not taken. */
  shown: Set<string>;
  /** It has asked for a snapshot that is not begun yet. */
  asked: boolean;
  /** A snapshot is on its way: however often it asks meanwhile, one more follows. */
  awaiting: boolean;
}
export type ScreenSocket = Socket<FromScreen, ToScreen, DefaultEventsMap, Screen>;
export type ScreenServer = Server<FromScreen, ToScreen, DefaultEventsMap, Screen>;

const EVERYTHING = 'everything';
const ROOM_OF_BUREAU = 'bureau:';

/** Who sits before the board: tells every screen its part, and no more than it takes. */
export class Audience {
  private readonly logger = new Logger(Audience.name);

  constructor(private readonly server: ScreenServer) {}

  screens(): ScreenSocket[] {
    return [...this.server.sockets.sockets.values()];
  }

  /** From now on it is told what happens. */
  async admit(screen: ScreenSocket): Promise<void> {
    await screen.join(roomOf(screen.data.person));
  }

  give(screen: ScreenSocket, reading: BoardReading): void {
    const snapshot = snapshotFor(reading, screen.data.person);
    for (const { id } of snapshot.incidents) screen.data.shown.add(id);
    screen.emit('snapshot', snapshot);
  }

  /** Room by room, one part for all in it; screen by screen where a restricted matter is touched. */
  tell(news: BoardNews): void {
    this.cutOffStalled();
    if (news.restricted.length > 0)
      for (const screen of this.screens()) screen.emit('entries', partFor([screen], screen.data.person, news));
    else
      for (const [room, screens] of this.rooms()) {
        const [first] = screens;
        if (first) this.server.to(room).emit('entries', partFor(screens, first.data.person, news));
      }
  }

  /** One for all, unless it holds what not everybody may see. */
  tick(tick: BoardTick): void {
    this.cutOffStalled();
    if (tick.findings.length === 0) this.server.emit('tick', tick);
    else for (const screen of this.screens()) screen.emit('tick', tickFor(tick, screen.data.person));
  }

  /** Screens that see the same, but for restricted matters. */
  private rooms(): Map<string, ScreenSocket[]> {
    const rooms = new Map<string, ScreenSocket[]>();
    for (const screen of this.screens()) {
      const room = roomOf(screen.data.person);
      if (!screen.rooms.has(room)) continue;
      const others = rooms.get(room);
      if (others) others.push(screen);
      else rooms.set(room, [screen]);
    }
    return rooms;
  }

  /** Before anything more is sent: what a screen has missed it is given with its next snapshot. */
  private cutOffStalled(): void {
    for (const screen of this.screens()) {
      if (!hasStalled(screen)) continue;
      this.logger.warn(`一个屏幕不再接收,已断开,将自行重连 · a screen takes nothing any more, cut off: ${screen.id}`);
      cutOff(screen);
    }
  }
}

/** Which room a person sits in follows from the account alone. */
export function roomOf({ bureau }: Person): string {
  return bureau === null ? EVERYTHING : `${ROOM_OF_BUREAU}${bureau}`;
}

/** What these screens of one room are told; what was never shown to any of them does not go from them either. */
function partFor(screens: ScreenSocket[], person: Person, news: BoardNews): BoardEntries {
  const part = entriesFor(news, person, (id) => screens.some(({ data }) => data.shown.has(id)));
  for (const { data } of screens) {
    for (const { id } of part.incidents) data.shown.add(id);
    for (const id of part.gone) data.shown.delete(id);
  }
  return part;
}
