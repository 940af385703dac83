import { handReportZh } from './hand-report.js';
import { intakeZh } from './intake.js';
import { opmlZh } from './opml.js';
import { sourceZh } from './source.js';

/** What the pages of collecting say: sources, OPML, intakes, reports by hand. */
export const collectingZh = {
  ...sourceZh,
  ...opmlZh,
  ...intakeZh,
  ...handReportZh,
};
