import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Allow } from '../access/allow.js';
import { databaseNow } from '../database/time.js';
import { unitsInForce } from '../domain/routing/in-force.js';
import { Settings } from '../settings/settings.js';

@Controller('bureaus')
export class BureausController {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** Those in force today, to whom something can be assigned; the snapshot of the board names the ended ones too. */
  @Get()
  @Allow('board.read')
  async list() {
    const units = unitsInForce(this.settings.rules.bureaus.units, await databaseNow(this.db.manager));
    return { items: units.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn })) };
  }
}
