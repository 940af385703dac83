import { WebSocket } from 'undici';
import { wallMs } from '../boards/wall-clock.js';

/** What the process is told first. */
export interface Seats {
  url: string;
  many: number;
  /** Of the message that is counted. */
  begin: string;
}

/** When the last of this process had the message. */
export interface HeardByAll {
  at: number;
}

/** As light as can be, so that the server is what is measured: speaks just enough engine.io to be let in and kept. */
async function listen({ url, many, begin }: Seats): Promise<void> {
  let heard = 0;
  const note = (): void => {
    heard += 1;
    if (heard % many === 0) process.send?.({ at: wallMs() } satisfies HeardByAll);
  };
  for (let n = 0; n < many; n += 1) await seat(url, begin, note);
  process.send?.('ready');
}

function seat(url: string, begin: string, note: () => void): Promise<void> {
  const socket = new WebSocket(url);
  return new Promise((ready, failed) => {
    socket.onerror = () => failed(new Error(`no seat at ${url}`));
    socket.onmessage = ({ data }) => {
      const said = String(data);
      if (said.startsWith(begin)) note();
      else if (said.startsWith('0')) socket.send('40');
      else if (said === '2') socket.send('3');
      else ready();
    };
  });
}

process.once('message', (seats) => void listen(seats as Seats));
process.once('disconnect', () => process.exit());
