import type { Shape } from './shape.js';
import { actionZh } from './zh-CN/action.js';
import { auditZh } from './zh-CN/audit.js';
import { boardZh } from './zh-CN/board.js';
import { calmZh } from './zh-CN/calm.js';
import { clockStartZh } from './zh-CN/clock-start.js';
import { correctionZh } from './zh-CN/correction.js';
import { followUpZh } from './zh-CN/follow-up.js';
import { secondPersonZh } from './zh-CN/second-person.js';
import { incidentZh } from './zh-CN/incident.js';
import { exitZh } from './zh-CN/exit.js';
import { journalZh } from './zh-CN/journal.js';
import { internalTargetZh } from './zh-CN/internal-target.js';
import { keysZh } from './zh-CN/keys.js';
import { ladderZh } from './zh-CN/ladder.js';
import { legalHoldZh } from './zh-CN/legal-hold.js';
import { marksZh } from './zh-CN/marks.js';
import { ownReleaseZh } from './zh-CN/own-release.js';
import { recordZh } from './zh-CN/record.js';
import { reportZh } from './zh-CN/report.js';
import { sessionZh } from './zh-CN/session.js';
import { shellZh } from './zh-CN/shell.js';
import { soundZh } from './zh-CN/sound.js';
import { toldZh } from './zh-CN/told.js';
import { timeZh } from './zh-CN/time.js';

/**
 * 简体中文, the first language of the product: the words of the first page. Each part has its file, and the English one
 * of the same name has the same shape: a key missing there does not compile.
 */
export const zhCN = {
  ...shellZh,
  ...soundZh,
  ...sessionZh,
  ...timeZh,
  ...marksZh,
  ...boardZh,
  ...incidentZh,
  ...toldZh,
  ...clockStartZh,
  ...correctionZh,
  ...followUpZh,
  ...secondPersonZh,
  ...actionZh,
  ...ownReleaseZh,
  ...recordZh,
  ...reportZh,
  ...calmZh,
  ...exitZh,
  ...journalZh,
  ...ladderZh,
  ...legalHoldZh,
  ...keysZh,
  ...internalTargetZh,
  ...auditZh,
};

/** What every language must say. */
export type Words = Shape<typeof zhCN>;
