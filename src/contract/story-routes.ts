import { incident, mergeIncident, notSame } from './incident.js';
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
  {
    method: 'POST',
    path: '/stories/:id/set-aside',
    right: 'story.set_aside',
    summary: '暂不回应,写明处置方式和理由 · Set aside, with a disposition and a reason',
    body: story.setAside,
    answer: ok(story.story),
  },
  {
    method: 'POST',
    path: '/stories/:id/join',
    right: 'story.group',
    summary: '并入另一条舆情 · Join it into another story',
    body: story.joinStory,
    answer: ok(story.story),
  },
  {
    method: 'POST',
    path: '/stories/:id/split',
    right: 'story.group',
    summary: '拆出部分文章,或把"疑似同一"的舆情拆出 · Part articles off, or a story that was only possibly the same',
    body: story.splitStory,
    answer: ok(story.story),
  },
  {
    method: 'POST',
    path: '/stories/:id/figures',
    right: 'story.group',
    summary: '人工认定数字,写明理由 · Decide a figure, with a reason',
    body: story.stateFigure,
    answer: ok(story.story),
  },
  {
    method: 'POST',
    path: '/incidents/:id/merge',
    right: 'story.group',
    summary: '并入另一事件,时限从较早的起点计 · Merge into another incident; the earlier start is kept',
    body: mergeIncident,
    answer: ok(incident),
  },
  {
    method: 'POST',
    path: '/incidents/:id/not-same',
    right: 'story.group',
    summary: '与另一事件不是同一事件,不再询问 · Not the same as another incident: not to be asked again',
    body: notSame,
    answer: ok(incident),
  },
];
