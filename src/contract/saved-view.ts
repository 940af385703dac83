import { z } from 'zod';
import { instant, uuid } from './instant.js';
import { made, ok, type Route } from './route.js';

/** Lists that can be narrowed, by the page they stand on. */
export const VIEW_PAGES = [
  ...(['board', 'register', 'triage', 'archive', 'sources', 'documents', 'journal', 'campaigns'] as const),
  ...(['accounts'] as const),
] as const;
export const viewPage = z.enum(VIEW_PAGES);
export type ViewPage = z.infer<typeof viewPage>;

/** Under a name that the page already has, the view is replaced. */
export const saveView = z.object({
  page: viewPage,
  name: z.string().trim().min(1, '请写名称 · give it a name').max(40),
  /** The query of the page's address, with its question mark; empty: nothing narrowed. */
  search: z
    .string()
    .max(2_000)
    .regex(/^(\?[^\s#]*)?$/, '须为网址中 ? 起的查询部分 · the query of an address, from its ? on'),
});
export type SaveView = z.infer<typeof saveView>;

export const savedView = saveView.extend({ id: uuid, savedAt: instant });
export type SavedView = z.infer<typeof savedView>;
export const savedViews = z.object({ items: z.array(savedView) });

export const SAVED_VIEW_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/saved-views',
    right: 'signed_in',
    summary: '本人的常用视图 · One’s own saved views',
    answer: ok(savedViews),
  },
  {
    method: 'POST',
    path: '/saved-views',
    right: 'signed_in',
    summary: '保存常用视图,同名者替换 · Save a view; one of the same name is replaced',
    body: saveView,
    answer: made(savedViews),
  },
  {
    method: 'DELETE',
    path: '/saved-views/:id',
    right: 'signed_in',
    summary: '删除常用视图 · Remove one of one’s own views',
    answer: { status: 204 },
  },
];
