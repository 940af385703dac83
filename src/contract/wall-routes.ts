import { made, ok, type Route } from './route.js';
import { exchangeWall, newWall, wall, wallName, wallPage, wallWithToken } from './wall.js';

/** 大屏 · screens on a wall */
export const WALL_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/walls',
    right: 'wall.manage',
    summary: '大屏列表 · Walls, the newest first',
    answer: ok(wallPage),
  },
  {
    method: 'POST',
    path: '/walls',
    right: 'wall.manage',
    summary: '新建大屏,链接仅示此一次 · Make a wall; its link is shown this once',
    body: newWall,
    answer: made(wallWithToken),
  },
  {
    method: 'POST',
    path: '/walls/:id/revoke',
    right: 'wall.manage',
    summary: '停用大屏,即刻断开 · Revoke a wall; it is cut off at once',
    answer: ok(wall),
  },
  {
    method: 'POST',
    path: '/wall/session',
    right: 'public',
    summary: '以链接换取大屏凭证,只能一次 · Exchange the link for the wall’s cookie, once',
    body: exchangeWall,
    answer: ok(wallName),
  },
  {
    method: 'GET',
    path: '/wall/session',
    right: 'wall',
    summary: '本大屏,并续期凭证 · Which wall this is; renews its cookie',
    answer: ok(wallName),
  },
];
