import { io, type Socket } from 'socket.io-client';
import { type FromWall, type ToWall, WALL_NAMESPACE } from '../../contract/wall-socket.js';
import { SOCKET_OPTIONS } from '../board/board-socket.js';
import { type BoardConnection, keepAlive } from '../board/keep-alive.js';
import { followDeployment } from '../shell/deployment.js';
import type { WallStore } from './wall-store.js';

/** Connects a wall's store to the server. `onDoubt`: it may have been revoked. */
export function connectWall(store: WallStore, onDoubt: () => void): BoardConnection {
  const socket: Socket<ToWall, FromWall> = io(WALL_NAMESPACE, SOCKET_OPTIONS);
  socket.on('picture', (picture) => {
    store.show(picture);
    if (picture.client !== null) followDeployment(picture.client);
  });
  socket.on('tick', (tick) => store.beat(tick));
  socket.on('ended', onDoubt);
  return keepAlive(socket, store, onDoubt);
}
