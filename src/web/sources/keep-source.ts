import { useQueryClient } from '@tanstack/react-query';
import type { SourceView } from '../../contract/source.js';
import { sourcesQuery } from '../api/queries.js';

/** Puts what the server answered about one source into the list, and reads the list again. */
export function useKeepSource(): (view: SourceView) => void {
  const queries = useQueryClient();
  return (view) => {
    queries.setQueryData(sourcesQuery.queryKey, (before) =>
      before?.some((one) => one.id === view.id)
        ? before.map((one) => (one.id === view.id ? view : one))
        : [...(before ?? []), view],
    );
    void queries.invalidateQueries({ queryKey: sourcesQuery.queryKey });
  };
}
