import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RegisterFilter } from '../../contract/register.js';
import { csvExport } from '../../journal/exports/csv-export.js';
import { Settings } from '../../settings/settings.js';
import type { Actor } from '../moves.js';
import { REGISTER_HEAD, registerCells } from './register-cells.js';
import { RegisterReader } from './register-reader.js';

/** The filtered register as a CSV file, as the person may read it; that it was made is journalled. */
@Injectable()
export class RegisterExport {
  constructor(
    private readonly db: DataSource,
    private readonly register: RegisterReader,
    private readonly settings: Settings,
  ) {}

  /** @throws UnprocessableEntityException when there are more cases than a file may hold */
  csv(person: Actor, filter: RegisterFilter): Promise<string> {
    const names = new Map(this.settings.rules.bureaus.units.map(({ code, nameZh }) => [code, nameZh]));
    return this.db.transaction(async (tx) => {
      const lines = await this.register.all(tx, person, filter);
      const rows = lines.map((line) => registerCells(line, (code) => names.get(code) ?? code));
      return csvExport(tx, { what: 'incidents', filter, head: REGISTER_HEAD, rows }, person.id);
    });
  }
}
