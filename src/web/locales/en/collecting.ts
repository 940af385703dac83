import type { Shape } from '../shape.js';
import type { collectingZh } from '../zh-CN/collecting.js';
import { handReportEn } from './hand-report.js';
import { intakeEn } from './intake.js';
import { opmlEn } from './opml.js';
import { sourceEn } from './source.js';

/** What the pages of collecting say: sources, OPML, intakes, reports by hand. */
export const collectingEn: Shape<typeof collectingZh> = {
  ...sourceEn,
  ...opmlEn,
  ...intakeEn,
  ...handReportEn,
};
