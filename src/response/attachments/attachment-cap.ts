import { ConflictException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AttachmentCap } from '../../domain/clocks/policy.js';

const MEGABYTE = 1024 * 1024;

/**
 * What a case may hold together. Bytes that were purged count no more.
 * @throws ConflictException one file, or its bytes, too many
 */
export async function refuseBeyondCap(
  tx: EntityManager,
  incidentId: string,
  more: number,
  { files, bytes }: AttachmentCap,
): Promise<void> {
  const [held] = await tx.query<{ files: number; bytes: string }[]>(
    `select count(*)::int as files, coalesce(sum(bytes) filter (where purged_at is null), 0)::text as bytes
     from attachment where incident_id = $1`,
    [incidentId],
  );
  if ((held?.files ?? 0) >= files)
    throw new ConflictException(
      `本事件附件已满 ${files} 份,请合并后再传或与值班台联系 · the case holds its ${files} files: put several into one, or call the desk`,
    );
  if (Number(held?.bytes ?? 0) + more > bytes) {
    const most = Math.floor(bytes / MEGABYTE);
    const left = Math.max(0, Math.floor((bytes - Number(held?.bytes ?? 0)) / MEGABYTE));
    throw new ConflictException(
      `本事件附件合计不得超过 ${most} MB,还可传 ${left} MB · the files of a case may have ${most} MB together, ${left} MB are left`,
    );
  }
}
