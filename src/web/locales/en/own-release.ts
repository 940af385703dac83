/** What our own channels have published, as a case is asked whether it is the answer. */
export const ownReleaseEn = {
  ownRelease: {
    title: 'Published by us, to be confirmed',
    hint: 'Found by comparison; no clock has been stopped. Check the original, then confirm or reject it.',
    published: '{{time}}: {{source}} published “{{title}}”, perhaps meeting the{{duties}} duty',
    publishedAfter: '{{time}}: {{source}} published “{{title}}”, perhaps a further release',
    duty: { statement_5h: ' 5 h', other_48h: ' 48 h', follow_up: ' continued release' },
    late: 'Published after the limit',
    unstated:
      'The page states no time to believe: the time it was first read counts. If you know the true time, record the statement by hand.',
    fetched: 'First read {{time}}',
    copy: 'Stored copy',
    noCopy: 'No stored copy',
    conference: 'This announces a conference: announced is not held, and the limit for the conference runs on.',
    confirm: 'Confirm',
    confirmFor: 'Confirm as the answer: {{title}}',
    confirmTitle: 'Confirm as the answer to this incident',
    confirmHint:
      'It is recorded as a statement published at {{time}}, with the stored copy as evidence; that time decides.',
    reject: 'Reject',
    rejectFor: 'Reject: {{title}}',
    rejectTitle: 'Not the answer to this incident',
    rejectHint: 'It will not be proposed for this incident again. The reason goes into the audit chain.',
    mark: 'perhaps published',
  },
};
