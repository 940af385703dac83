import type { exitZh } from '../zh-CN/exit.js';
import type { Shape } from '../shape.js';

export const exitEn: Shape<typeof exitZh> = {
  exit: {
    name: { false_alarm: 'False alarm', monitor_only: 'Watch only', transferred_out: 'Handed over' },
    to: { publicity: 'Publicity', cyberspace: 'Cyberspace', police: 'Police', other: 'Another authority' },
    left: 'Ended without an answer: {{how}}. Its limits have ended. Reason: {{reason}}',
    again: 'If something new comes up, take it up again under “Work”.',
  },
};
