import { actionEn } from './en/action.js';
import { auditEn } from './en/audit.js';
import { boardEn } from './en/board.js';
import { calmEn } from './en/calm.js';
import { clockStartEn } from './en/clock-start.js';
import { correctionEn } from './en/correction.js';
import { followUpEn } from './en/follow-up.js';
import { secondPersonEn } from './en/second-person.js';
import { incidentEn } from './en/incident.js';
import { exitEn } from './en/exit.js';
import { journalEn } from './en/journal.js';
import { internalTargetEn } from './en/internal-target.js';
import { keysEn } from './en/keys.js';
import { ladderEn } from './en/ladder.js';
import { legalHoldEn } from './en/legal-hold.js';
import { marksEn } from './en/marks.js';
import { ownReleaseEn } from './en/own-release.js';
import { recordEn } from './en/record.js';
import { reportEn } from './en/report.js';
import { sessionEn } from './en/session.js';
import { shellEn } from './en/shell.js';
import { soundEn } from './en/sound.js';
import { toldEn } from './en/told.js';
import { timeEn } from './en/time.js';
import type { Words } from './zh-CN.js';

/** English, complete; terms after the product's glossary. */
export const en: Words = {
  ...shellEn,
  ...soundEn,
  ...sessionEn,
  ...timeEn,
  ...marksEn,
  ...boardEn,
  ...incidentEn,
  ...toldEn,
  ...clockStartEn,
  ...correctionEn,
  ...followUpEn,
  ...secondPersonEn,
  ...actionEn,
  ...ownReleaseEn,
  ...recordEn,
  ...reportEn,
  ...calmEn,
  ...exitEn,
  ...journalEn,
  ...ladderEn,
  ...legalHoldEn,
  ...keysEn,
  ...internalTargetEn,
  ...auditEn,
};
