/** The office's own targets for its steps, apart from the limits by law, and the matters that have less time. */
export const internalTargetEn = {
  internalTarget: {
    title: 'Internal targets',
    hint: 'the office’s own, no limits by law',
    name: { confirmed: 'confirm the level', acknowledged: 'acknowledge', drafted: 'draft', signed: 'sign off' },
    by: 'by {{due}}',
    verdict: {
      running: 'not due yet',
      met: 'in time',
      late: 'after the target',
      overdue: 'target passed',
      waived: 'no longer asked',
      missed: 'target passed',
    },
    journalMissed: 'Internal target passed: {{names}}',
    mark: 'Internal target “{{name}}” passed',
  },
  priority: {
    title: 'Priority matter',
    name: {
      vital_interest: 'vital interest of the public',
      market_expectation: 'market expectation',
      public_emergency: 'public emergency',
    },
    none: 'No priority matter',
    change: 'Change',
    asRead: 'as it was read; can be changed',
    hint: 'Plan 3(4): matters of people’s vital interest, of market expectation and public emergencies are to be told of promptly. Their internal targets are shorter; the limits by law stay.',
    journalSet: '{{actor}} made it a priority matter: {{names}}. {{reason}}',
    journalNone: '{{actor}}: no priority matter any more. {{reason}}',
  },
};
