import type { handReportZh } from '../zh-CN/hand-report.js';
import type { Shape } from '../shape.js';

export const handReportEn: Shape<typeof handReportZh> = {
  handReport: {
    title: 'Report by hand',
    lead: 'What a call, a letter or a visitor reports. It goes the same way as articles: judged by itself, opened with its clocks where the level demands it.',
    name: 'Title',
    nameHint: 'When, where, what: one sentence',
    text: 'What is known',
    textHint: "In the caller's words; figures of casualties are read from it.",
    source: 'Source',
    sourceHint: 'such as a caller, a letter, an order from above',
    sourceDefault: 'a caller',
    occurredAt: 'Occurred at (optional)',
    notifiedAt: 'Told at',
    submit: 'Send',
    titleShort: 'The title needs at least 2 characters',
    done: 'Accepted',
    doneBody:
      '“{{title}}” is being judged and will be done within seconds: on the duty desk with its clocks if the level demands it, else in the archive.',
    another: 'Report another',
    toBoard: 'To the duty desk',
  },
};
