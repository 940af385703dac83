import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { maySee } from '../domain/rights.js';
import { Incident } from '../incidents/incident.entity.js';
import type { Actor } from '../incidents/moves.js';
import { endEditing, keepEditing } from './editing.js';

/** Who has the text of a case open. */
@Injectable()
export class Editors {
  constructor(private readonly db: DataSource) {}

  /** @throws NotFoundException unknown, or not this person's to see */
  async say(person: Actor, id: string, open: boolean): Promise<void> {
    const incident = await this.db.manager.findOneBy(Incident, { id, channel: 'live' });
    if (!incident || !maySee(person, incident)) throw new NotFoundException('没有这个事件 · no such incident');
    await (open ? keepEditing : endEditing)(this.db, id, person.id);
  }
}
