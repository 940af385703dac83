import type { WallPicture, WallTick } from './wall.js';

/** The socket of walls stands at BOARD_PATH, in a namespace of its own. */
export const WALL_NAMESPACE = '/wall';

export interface ToWall {
  picture: (picture: WallPicture) => void;
  tick: (tick: WallTick) => void;
  /** It was revoked. */
  ended: () => void;
}

export interface FromWall {
  /** Send a picture. */
  resync: () => void;
}
