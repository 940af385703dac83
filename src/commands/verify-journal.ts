import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DataSource, type EntityManager } from 'typeorm';
import { databaseOptions } from '../database/database.module.js';
import { checkDeposited } from '../journal/anchors/check-anchors.js';
import { inOneSnapshot } from '../journal/snapshot.js';
import { type Verification, verifyJournal } from '../journal/verify-journal.js';
import type { CommandIo } from './command-io.js';
import { ANCHOR_WORDS, CHAIN_WORDS } from './journal-fault-words.js';

type Io = Pick<CommandIo, 'output' | 'error'>;

/** What the command is told by its surroundings. */
export interface VerifyPlace {
  url: string | undefined;
  /** Where relative paths of deposited anchors count from. */
  from: string;
  /** The folder of the anchors' files; those in it are held against the journal too. */
  anchors?: string | undefined;
}

/**
 * `verify-journal [--anchor FILE]...`: recomputes the journal's chain and holds it against the daily anchors: those it keeps, their
 * files, and files that were deposited elsewhere.
 * @returns 0 when all of it holds, 1 with what does not, 2 when the arguments are not understood
 */
export async function verifyJournalCommand(argv: string[], io: Io, place: VerifyPlace): Promise<number> {
  const given = depositedIn(argv);
  if (!given) {
    io.error.write('用法 · usage: verify-journal [--anchor 存证文件 FILE]...\n');
    return 2;
  }
  if (!place.url) {
    io.error.write('DATABASE_URL 未设置,请用 npm run verify-journal 启动 · is not set: use `npm run verify-journal`\n');
    return 1;
  }
  const files = [...(await filesIn(place.anchors)), ...given.map((file) => resolve(place.from, file))];
  const db = await new DataSource(databaseOptions(place.url)).initialize();
  try {
    return await inOneSnapshot(db, async (tx) => {
      const chainHolds = sayChain(io, await verifyJournal(tx));
      const filesHold = await sayFiles(io, tx, files);
      return chainHolds && filesHold ? 0 : 1;
    });
  } finally {
    await db.destroy();
  }
}

function depositedIn(argv: string[]): string[] | null {
  try {
    return parseArgs({ args: argv, options: { anchor: { type: 'string', multiple: true } } }).values.anchor ?? [];
  } catch {
    return null;
  }
}

async function filesIn(folder: string | undefined): Promise<string[]> {
  const names = folder === undefined ? [] : await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder ?? '', name));
}

function sayChain({ output }: Io, { rows, head, firstBad, anchors }: Verification): boolean {
  for (const { day, why } of anchors.bad) output.write(`存证不符 · anchor of ${day}: ${ANCHOR_WORDS[why]}\n`);
  if (firstBad) {
    output.write(`审计链在第 ${firstBad.seq} 行断裂 · broken at row ${firstBad.seq}: ${CHAIN_WORDS[firstBad.why]}\n`);
    return false;
  }
  output.write(`审计链完整,共 ${rows} 行 · the journal's chain holds, ${rows} rows\n${rows} ${head.hash}\n`);
  if (anchors.bad.length > 0) return false;
  output.write(`每日存证 ${anchors.count} 份,全部相符 · ${anchors.count} daily anchors, all agree\n`);
  return true;
}

async function sayFiles({ output }: Io, tx: EntityManager, files: string[]): Promise<boolean> {
  let hold = true;
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const { anchor, why } = await checkDeposited(tx, text);
    if (why) output.write(`存证文件不符 · ${file}: ${ANCHOR_WORDS[why]}\n`);
    else output.write(`存证文件相符 · ${file}: ${anchor.day}, ${anchor.lastSeq}\n`);
    hold &&= why === null;
  }
  return hold;
}
