import type { EntityManager } from 'typeorm';
import { FILE_TYPES, type FileType } from '../../domain/attachments/file-type.js';

/** Lets go of the bytes and names of the files of a case that hold personal data. @returns their ids */
export async function purgeAttachments(tx: EntityManager, incidentId: string): Promise<string[]> {
  const files = await tx.query<{ id: string; type: FileType }[]>(
    'select id, type from attachment where incident_id = $1 and personal and purged_at is null order by id for update',
    [incidentId],
  );
  for (const { id, type } of files)
    await tx.query('update attachment set body = null, name = $2, purged_at = app_now() where id = $1', [
      id,
      `■.${FILE_TYPES[type].endings[0]}`,
    ]);
  return files.map(({ id }) => id);
}
