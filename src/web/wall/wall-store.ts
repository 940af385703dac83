import type { WallPicture, WallTick } from '../../contract/wall.js';
import { Hearing } from '../board/hearing.js';

/** What a wall knows: the latest picture and the latest tick, each instead of the one before. */
export interface WallState {
  picture: WallPicture | null;
  tick: WallTick | null;
}

export class WallStore extends Hearing {
  private current: WallState = { picture: null, tick: null };

  readonly state = (): WallState => this.current;

  show(picture: WallPicture): void {
    this.become({ ...this.current, picture }, picture.now);
  }

  beat(tick: WallTick): void {
    this.become({ ...this.current, tick }, tick.now);
  }

  private become(next: WallState, saidAt: string): void {
    this.heard(saidAt);
    this.current = next;
    this.tell();
  }
}
