import { queryOptions } from '@tanstack/react-query';
import type { AttachmentList } from '../../contract/attachment.js';
import type { Workspace } from '../../contract/records/record.js';
import { call } from '../api/call.js';
import { incidentKey } from '../api/queries.js';

/** Below the key of the case: what touches the case is read again here too. */
export const workspaceKey = (id: string) => [...incidentKey(id), 'workspace'] as const;

/** Where the work on a case stands. Others work on it too: it is read again every 15 s. */
export const workspaceQuery = (id: string) =>
  queryOptions({
    queryKey: workspaceKey(id),
    queryFn: () => call<Workspace>('GET', `/incidents/${encodeURIComponent(id)}/workspace`),
    refetchInterval: 15_000,
  });

export const attachmentsKey = (id: string) => [...incidentKey(id), 'attachments'] as const;

/** Files beside a case. */
export const attachmentsQuery = (id: string) =>
  queryOptions({
    queryKey: attachmentsKey(id),
    queryFn: () => call<AttachmentList>('GET', `/incidents/${encodeURIComponent(id)}/attachments`),
  });
