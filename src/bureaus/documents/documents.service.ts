import { BadRequestException, ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  ChangeDocument,
  DocumentPage,
  DocumentQuery,
  DocumentView,
  NewDocument,
} from '../../contract/document.js';
import type { Person } from '../../contract/session.js';
import { append } from '../../journal/append.js';
import { Settings } from '../../settings/settings.js';
import { holdRegistry, keepState, latestVersion, readDocuments } from './document-rows.js';

const FIELDS = [
  ...(['title', 'aliases', 'number', 'bureau', 'issuedOn', 'validFrom', 'validTo'] as const),
  ...(['source', 'confidence', 'link', 'terms'] as const),
];
type Changes = Partial<Record<(typeof FIELDS)[number], { from: unknown; to: unknown }>>;

/** 政策文件登记: who drafted which document, as people see and change it. Judging follows without a restart. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  async page({ cursor, limit }: DocumentQuery): Promise<DocumentPage> {
    const registry = (await latestVersion(this.db.manager)) ?? this.settings.rules.documents.version;
    const found = await readDocuments(this.db.manager, { after: cursor, most: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { registry, items, next: found.length > limit && last ? `${last.issuedOn ?? ''}_${last.id}` : null };
  }

  /** @throws ConflictException when the id is taken @throws BadRequestException for an unknown bureau */
  add(wanted: NewDocument, by: Person): Promise<DocumentView> {
    this.checkBureau(wanted.bureau);
    return this.db.transaction(async (tx) => {
      await holdRegistry(tx);
      const id = wanted.id ?? (await freeId(tx));
      await this.insert(tx, { ...wanted, id });
      const view = await readOne(tx, id);
      await keepState(tx);
      const data = { documentId: id, title: view.title, bureau: view.bureau };
      await append(tx, [{ kind: 'document.added', incidentId: null, actor: by.id, data }]);
      return view;
    });
  }

  /** From now on the file says nothing of it any more. @throws NotFoundException @throws BadRequestException */
  change(id: string, wish: ChangeDocument, by: Person): Promise<DocumentView> {
    if (wish.bureau !== undefined) this.checkBureau(wish.bureau);
    return this.db.transaction(async (tx) => {
      await holdRegistry(tx);
      const held = await readOne(tx, id);
      const changes = changesOf(held, wish);
      if (Object.keys(changes).length === 0) return held;
      await write(tx, { ...held, ...wish });
      const view = await readOne(tx, id);
      await keepState(tx);
      const data = { documentId: id, title: view.title, changes };
      await append(tx, [{ kind: 'document.changed', incidentId: null, actor: by.id, data }]);
      return view;
    });
  }

  private async insert(tx: EntityManager, { id, ...entry }: NewDocument & { id: string }): Promise<void> {
    const [added] = await tx.query<object[]>(
      `insert into policy_document (id, title, aliases, number, bureau, issued_on, valid_from, valid_to, source, confidence,
         link, terms, origin)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'api') on conflict (id) do nothing returning id`,
      [id, ...FIELDS.map((field) => entry[field])],
    );
    if (!added) throw new ConflictException(`文件编号已被使用：${id} · this id is in use: choose another`);
  }

  private checkBureau(code: string): void {
    if (this.settings.rules.bureaus.units.some((unit) => unit.code === code)) return;
    throw new BadRequestException(`没有这个司局：${code} · there is no such bureau`);
  }
}

async function readOne(tx: EntityManager, id: string): Promise<DocumentView> {
  const [view] = await readDocuments(tx, { id, most: 1 });
  if (!view) throw new NotFoundException('没有登记这份文件 · no such document is registered');
  return view;
}

async function write(tx: EntityManager, wanted: DocumentView): Promise<void> {
  if (wanted.validFrom && wanted.validTo && wanted.validTo < wanted.validFrom)
    throw new BadRequestException('终止日早于起始日 · it ends before it begins');
  await tx.query(
    `update policy_document set title = $2, aliases = $3, number = $4, bureau = $5, issued_on = $6, valid_from = $7,
       valid_to = $8, source = $9, confidence = $10, link = $11, terms = $12, edited = true, changed_at = app_now() where id = $1`,
    [wanted.id, ...FIELDS.map((field) => wanted[field])],
  );
}

async function freeId(tx: EntityManager): Promise<string> {
  const [{ count } = { count: 0 }] = await tx.query<{ count: number }[]>(
    `select coalesce(max(substring(id from '^doc-(\\d{1,9})$')::int), 0) as count from policy_document`,
  );
  return `doc-${count + 1}`;
}

function changesOf(held: DocumentView, wish: ChangeDocument): Changes {
  const differing = FIELDS.filter(
    (field) => wish[field] !== undefined && JSON.stringify(wish[field]) !== JSON.stringify(held[field]),
  );
  return Object.fromEntries(differing.map((field) => [field, { from: held[field], to: wish[field] }]));
}
