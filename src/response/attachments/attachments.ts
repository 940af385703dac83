import { GoneException, Injectable, NotFoundException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { RawBodies } from '../../access/raw-body.js';
import type { Attachment, AttachmentList, AttachmentQuery } from '../../contract/attachment.js';
import { attachmentCap, mostAttachmentBytes } from '../../domain/clocks/policy.js';
import { maySee } from '../../domain/rights.js';
import { Incident } from '../../incidents/incident.entity.js';
import { type Actor, IncidentMoves } from '../../incidents/moves.js';
import { Settings } from '../../settings/settings.js';
import { attachmentsOf, attachMove } from './attachment-store.js';

/** A photograph over a slow line takes its time. */
const TIME_LIMIT_MS = 240_000;
const AT_ONCE = 4;

export interface Download {
  name: string;
  type: Attachment['type'];
  sha256: string;
  body: Buffer;
}

/** Files beside a case: whoever may see it may read them, nobody else. */
@Injectable()
export class Attachments {
  private bodies: { most: number; reader: RawBodies } | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly moves: IncidentMoves,
    private readonly settings: Settings,
  ) {}

  async list(person: Actor, incidentId: string): Promise<AttachmentList> {
    await this.refuseUnseen(person, incidentId);
    const { files, bytes } = attachmentCap(this.settings.policy);
    const items = await attachmentsOf(this.db.manager, incidentId);
    return { items, mostBytes: this.most, mostFiles: files, mostBytesOfCase: bytes };
  }

  /** Who may not see the case is refused before a byte is read. */
  async add(
    person: Actor,
    incidentId: string,
    { name, record, personal }: AttachmentQuery,
    call: { request: Request; response: Response },
  ): Promise<Attachment> {
    await this.refuseUnseen(person, incidentId);
    const body = await this.reader().read(call.request, call.response, TIME_LIMIT_MS);
    let kept: Attachment | null = null;
    const tell = (one: Attachment) => (kept = one);
    await this.moves.carryOut(
      incidentId,
      person,
      undefined,
      attachMove({ name, recordId: record ?? null, personal, body }, attachmentCap(this.settings.policy), tell),
    );
    return kept ?? Promise.reject(new Error('a file was not kept'));
  }

  async download(person: Actor, id: string): Promise<Download> {
    const [row] = await this.db.query<(Omit<Download, 'body'> & { incidentId: string; body: Buffer | null })[]>(
      'select incident_id as "incidentId", name, type, sha256, body from attachment where id = $1',
      [id],
    );
    if (!row) throw new NotFoundException();
    await this.refuseUnseen(person, row.incidentId);
    const { body, ...kept } = row;
    if (body === null)
      throw new GoneException(
        '含个人信息,已到期清除,只留哈希 · it held personal data and was purged; its hash is kept',
      );
    return { ...kept, body };
  }

  private get most(): number {
    return mostAttachmentBytes(this.settings.policy);
  }

  private reader(): RawBodies {
    const most = this.most;
    if (this.bodies?.most !== most) this.bodies = { most, reader: new RawBodies(limitsOf(most)) };
    return this.bodies.reader;
  }

  private async refuseUnseen(person: Actor, incidentId: string): Promise<void> {
    const incident = await this.db.manager.findOneBy(Incident, { id: incidentId, channel: 'live' });
    if (!incident || !maySee(person, incident)) throw new NotFoundException('没有这个事件 · no such incident');
  }
}

function limitsOf(bytes: number) {
  const megabytes = Math.floor(bytes / 1024 / 1024);
  return {
    bytes,
    atOnce: AT_ONCE,
    words: {
      tooLarge: `附件不得超过 ${megabytes} MB · a file may have ${megabytes} MB at most`,
      tooMany: '正在接收的附件过多,请稍候再传 · too many files at once: send it again in a moment',
      late: '上传超时,请重传 · the upload took too long: send it again',
    },
  };
}
