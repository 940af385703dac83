import type { mergeZh } from '../zh-CN/merge.js';
import type { Shape } from '../shape.js';

export const mergeEn: Shape<typeof mergeZh> = {
  merge: {
    hint: 'When both cases tell of the same happening. It cannot be undone.',
    other: 'Merge with',
    otherHint: 'Find by number or title',
    asked: 'Possibly the same happening',
    likely: 'At the same place',
    rest: 'Other open cases',
    noOther: 'There is no other open case.',
    keep: 'Number that goes on',
    start: '{{kept}} goes on; its limits run from the earlier start of both, {{time}}.',
    ends: '{{gone}} is closed as merged into {{kept}} and its limits end; its reports and recorded releases go to {{kept}}.',
    level: 'The graver level holds: {{level}}.',
    submit: 'Merge',
    done: '{{gone}} was merged into {{kept}}',
    wentInto: 'Merged into',
    theOther: 'another case',
    wentIntoNote: ', where the limits run. Please go on there.',
  },
};
