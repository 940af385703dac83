import { queryOptions } from '@tanstack/react-query';
import type { ArticleExplanation } from '../../contract/explanation.js';
import { call } from '../api/call.js';

export const explanationQuery = (articleId: string) =>
  queryOptions({
    queryKey: ['explanation', articleId],
    queryFn: () => call<ArticleExplanation>('GET', `/articles/${encodeURIComponent(articleId)}/explanation`),
    refetchOnWindowFocus: false,
  });

/** An explanation that is there. */
export type Told = NonNullable<ArticleExplanation['explanation']>;
export type Rests = Told['kind']['rests'];
export type FigureReason = Told['figures'][number];
