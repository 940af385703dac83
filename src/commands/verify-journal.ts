import { DataSource } from 'typeorm';
import { databaseOptions } from '../database/database.module.js';
import { JournalService } from '../journal/journal.service.js';
import type { CommandIo } from './command-io.js';

/** Recomputes the journal's chain. @returns 0 when it holds, 1 with the first bad row when it is broken */
export async function verifyJournalCommand(
  io: Pick<CommandIo, 'output' | 'error'>,
  url: string | undefined,
): Promise<number> {
  if (!url) {
    io.error.write('DATABASE_URL 未设置,请用 npm run verify-journal 启动 · is not set: use `npm run verify-journal`\n');
    return 1;
  }
  const db = await new DataSource(databaseOptions(url)).initialize();
  try {
    const journal = new JournalService(db);
    const { rows, firstBad } = await journal.verify();
    if (!firstBad) {
      const { hash } = await journal.position();
      io.output.write(`审计链完整,共 ${rows} 行 · the journal's chain holds, ${rows} rows\n${rows} ${hash}\n`);
      return 0;
    }
    io.output.write(`审计链在第 ${firstBad.seq} 行断裂 · broken at row ${firstBad.seq}: ${firstBad.why}\n`);
    return 1;
  } finally {
    await db.destroy();
  }
}
