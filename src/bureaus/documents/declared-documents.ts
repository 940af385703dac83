import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../../settings/settings.js';
import { holdRegistry, keepState } from './document-rows.js';

/** Brings `config/documents.yaml` into the registry; what a person changed stays as it was changed. */
@Injectable()
export class DeclaredDocuments {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** Idempotent. What the file no longer names is taken out, unless a person changed it. */
  async sync(): Promise<void> {
    const { items } = this.settings.rules.documents;
    await this.db.transaction(async (tx) => {
      await holdRegistry(tx);
      await tx.query(`delete from policy_document where origin = 'file' and not edited and id <> all($1)`, [
        items.map(({ id }) => id),
      ]);
      await tx.query(UPSERT, [JSON.stringify(items)]);
      await keepState(tx);
    });
  }
}

const UPSERT = `
  insert into policy_document as known
    (id, title, aliases, number, bureau, issued_on, valid_from, valid_to, source, confidence, link, terms, origin)
  select f.id, f.title, array(select jsonb_array_elements_text(f.aliases)), f.number, f.bureau, f."issuedOn", f."validFrom",
    f."validTo", f.source, f.confidence, f.link,
    array(select jsonb_array_elements_text(f.terms)), 'file'
  from jsonb_to_recordset($1::jsonb) as f(id text, title text, aliases jsonb, number text, bureau text, "issuedOn" date,
    "validFrom" date, "validTo" date, source text, confidence text, link text, terms jsonb)
  on conflict (id) do update set title = excluded.title, aliases = excluded.aliases, number = excluded.number,
    bureau = excluded.bureau, issued_on = excluded.issued_on, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
    source = excluded.source, confidence = excluded.confidence, link = excluded.link, terms = excluded.terms, changed_at = app_now()
  where known.origin = 'file' and not known.edited
    and (known.title, known.aliases, known.number, known.bureau, known.issued_on, known.valid_from, known.valid_to, known.source,
      known.confidence, known.link, known.terms)
      is distinct from (excluded.title, excluded.aliases, excluded.number, excluded.bureau, excluded.issued_on,
      excluded.valid_from, excluded.valid_to, excluded.source, excluded.confidence,
      excluded.link, excluded.terms)`;
