import { mergeZh } from './merge.js';
import { storyZh } from './story.js';
import { triageZh } from './triage.js';

/** What is said of stories: on the page of a case, at merging and at the triage desk. */
export const storiesZh = {
  ...storyZh,
  ...mergeZh,
  ...triageZh,
};
