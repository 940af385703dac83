import type { IncidentLine } from '../../contract/incident.js';
import { boardState, emptyBoard, type BoardEvent, type BoardState } from './board-state.js';
import { Hearing } from './hearing.js';

/** The board of this page: its state, how it hears the server, and the server's time. Lives as long as somebody is signed in. */
export class BoardStore extends Hearing {
  private current = emptyBoard;

  readonly state = (): BoardState => this.current;

  /** Takes one word of the server (or of the reader). True when entries were missed and a snapshot is needed. */
  take(event: BoardEvent, saidAt?: string): boolean {
    if (saidAt !== undefined) this.heard(saidAt);
    const next = boardState(this.current, event);
    if (next !== this.current) {
      this.current = next;
      this.tell();
    }
    return next.gap;
  }

  incident(id: string | null): IncidentLine | undefined {
    return id === null ? undefined : this.current.incidents.get(id);
  }
}
