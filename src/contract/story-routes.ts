import { incident } from './incident.js';
import { storyQuery } from './queries.js';
import { ok, type Route } from './route.js';
import * as story from './story.js';

/** Stories: what stands beside the clocks, and how people group them. */
export const STORY_ROUTES: readonly Route[] = [
  // 未计时的舆情 · stories beside the clocks
  {
    method: 'GET',
    path: '/stories',
    right: 'story.read',
    summary: '全国与待研判 · National and triage lanes',
    query: storyQuery,
    answer: ok(story.storyPage),
  },
  {
    method: 'GET',
    path: '/stories/:id',
    right: 'story.read',
    summary: '一条舆情:文章、数字沿革、发布者、热度 · One story: articles, figures with history, publishers, heat',
    answer: ok(story.story),
  },
  {
    method: 'POST',
    path: '/stories/:id/concerns-us',
    right: 'story.accept',
    summary:
      '需回应,立项;无法定时限者48小时内回应 · It has to be answered: open an incident, 48 h where no other limit runs',
    body: story.concernsUs,
    answer: ok(incident),
  },
];
