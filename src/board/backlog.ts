import type { Socket } from 'socket.io';

type Connection = Pick<Socket, 'conn'>;

/** A screen may leave so many bytes untaken; beyond that it has stalled. */
const MOST_WAITING = 5_000_000;

/** Whether more waits for this screen than the server is to hold for it. */
export function hasStalled(screen: Connection): boolean {
  return waitingBytes(screen) > MOST_WAITING;
}

/** Ends a connection that takes nothing: at once, for a farewell would wait behind all the rest. */
export function cutOff({ conn }: Connection): void {
  conn.close(true);
  conn.request.socket.destroy();
}

/** Bytes on their way to a screen: handed to its connection, and those that wait for them to be taken. */
function waitingBytes({ conn }: Connection): number {
  const behind = conn['writeBuffer'] as readonly { data?: string | Buffer }[];
  return behind.reduce(
    (sum, { data }) => sum + (data === undefined ? 0 : Buffer.byteLength(data)),
    conn.request.socket.writableLength,
  );
}
