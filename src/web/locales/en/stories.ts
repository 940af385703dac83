import type { Shape } from '../shape.js';
import type { storiesZh } from '../zh-CN/stories.js';
import { mergeEn } from './merge.js';
import { storyEn } from './story.js';
import { triageEn } from './triage.js';

/** What is said of stories: on the page of a case, at merging and at the triage desk. */
export const storiesEn: Shape<typeof storiesZh> = {
  ...storyEn,
  ...mergeEn,
  ...triageEn,
};
