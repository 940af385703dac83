import { createHash } from 'node:crypto';
import { HttpException, UnprocessableEntityException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Attachment } from '../../contract/attachment.js';
import type { AttachmentCap } from '../../domain/clocks/policy.js';
import { hasPersonal, withoutPersonal } from '../../domain/personal/personal-data.js';
import { keptName } from '../../domain/attachments/file-name.js';
import { type FileType, fileTypeOf } from '../../domain/attachments/file-type.js';
import type { Move } from '../../incidents/moves.js';
import { refuseBeyondCap } from './attachment-cap.js';

type Row = Omit<Attachment, 'addedAt' | 'purgedAt'> & { addedAt: Date; purgedAt: Date | null };
const COLUMNS = `id, record_id as "recordId", name, type, bytes, sha256, added_by as "addedBy", added_at as "addedAt",
  personal, purged_at as "purgedAt"`;
const shown = (row: Row): Attachment => ({
  ...row,
  addedAt: row.addedAt.toISOString(),
  purgedAt: row.purgedAt?.toISOString() ?? null,
});

/** What is sent, with the name it came under. */
export interface Sent {
  name: string;
  recordId: string | null;
  /** The sender says that it holds personal data. */
  personal: boolean;
  body: Buffer;
}

/** The files of a case, oldest first. */
export async function attachmentsOf(db: Pick<EntityManager, 'query'>, incidentId: string): Promise<Attachment[]> {
  const rows = await db.query<Row[]>(`select ${COLUMNS} from attachment where incident_id = $1 order by added_at, id`, [
    incidentId,
  ]);
  return rows.map(shown);
}

/** @throws UnsupportedMediaTypeException by its bytes it is nothing that is kept */
export function typeOf(body: Buffer): FileType {
  const type = fileTypeOf(body);
  if (type === null)
    throw new UnsupportedMediaTypeException(
      '只收 PDF、JPEG、PNG、DOCX、XLSX(不含宏)、MP4、MP3 和纯文本,以文件内容为准 · ' +
        'only PDF, JPEG, PNG, DOCX, XLSX (no macros), MP4, MP3 and plain text, judged by what the file holds',
    );
  return type;
}

/** Keeps a file beside the case. The same one sent again by the same person is the one that is there. @param tell what was kept */
export const attachMove =
  (sent: Sent, cap: AttachmentCap, tell: (kept: Attachment) => void): Move =>
  async ({ tx, incident, actor }) => {
    const type = typeOf(sent.body);
    const sha256 = createHash('sha256').update(sent.body).digest('hex');
    await refuseForeignRecord(tx, incident.id, sent.recordId);
    const same = await tx.query<Row[]>(
      `select ${COLUMNS} from attachment
       where incident_id = $1 and sha256 = $2 and added_by = $3 and record_id is not distinct from $4
         and purged_at is null`,
      [incident.id, sha256, actor.id, sent.recordId],
    );
    if (same[0]) {
      tell(shown(same[0]));
      return null;
    }
    await refuseBeyondCap(tx, incident.id, sent.body.length, cap);
    const personal = sent.personal || tellsPersonal(sent.body, type);
    const kept = await keep(tx, [
      ...[incident.id, sent.recordId, keptName(sent.name, type), type],
      ...[sent.body.length, sha256, sent.body, actor.id, personal],
    ]);
    tell(kept);
    // The name stays out of the journal: it may name people.
    const data = { attachmentId: kept.id, recordId: kept.recordId, type, bytes: kept.bytes, sha256, personal };
    return [{ kind: 'attachment.added', incidentId: incident.id, actor: actor.id, data }];
  };

/** Read only where the bytes are words; of all else the sender has to say it. */
function tellsPersonal(body: Buffer, type: FileType): boolean {
  return type === 'txt' && hasPersonal(withoutPersonal(body.toString('utf8')).counts);
}

async function keep(tx: EntityManager, values: unknown[]): Promise<Attachment> {
  try {
    const [row] = await tx.query<Row[]>(
      `insert into attachment (incident_id, record_id, name, type, bytes, sha256, body, added_by, personal)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${COLUMNS}`,
      values,
    );
    if (!row) throw new Error('a file was not kept');
    return shown(row);
  } catch (error) {
    // disk_full. The transaction takes back whatever had been written.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === '53100')
      throw new HttpException('存储空间已满 · no room left', 507, { cause: error });
    throw error;
  }
}

async function refuseForeignRecord(tx: EntityManager, incidentId: string, recordId: string | null): Promise<void> {
  if (recordId === null) return;
  const found = await tx.query<unknown[]>('select from case_record where id = $1 and incident_id = $2', [
    recordId,
    incidentId,
  ]);
  if (found.length === 0) throw new UnprocessableEntityException('本事件没有这条记录 · this case has no such record');
}
