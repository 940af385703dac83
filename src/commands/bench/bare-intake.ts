import { Parser } from 'htmlparser2';
import pg from 'pg';
import { request } from 'undici';

interface BareItem {
  guid: string;
  title: string;
  link: string;
  text: string;
  date: string;
}

const FIELDS: Record<string, keyof BareItem> = {
  guid: 'guid',
  title: 'title',
  link: 'link',
  description: 'text',
  pubdate: 'date',
};

/**
 * The limit of this machine: fetch, parse and insert, nothing else: no guard, no faults forgiven, no text extraction, no
 * judgement, no evidence. What the product does besides is measured against it.
 */
export class BareIntake {
  private constructor(private readonly pool: pg.Pool) {}

  static async open(databaseUrl: string): Promise<BareIntake> {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
    await pool.query(
      `create table bare (id bigint generated always as identity primary key, feed text not null, guid text not null,
         title text not null, link text not null, text text not null, published_at timestamptz, fetched_at timestamptz not null default now(),
         unique (feed, guid))`,
    );
    await pool.query('create index bare_by_time on bare (fetched_at)');
    return new BareIntake(pool);
  }

  /** @returns how many items were stored */
  async take(feed: string, url: string): Promise<number> {
    const { body } = await request(url);
    const items = parse(new TextDecoder().decode(await body.arrayBuffer()));
    const { rowCount } = await this.pool.query(
      `insert into bare (feed, guid, title, link, text, published_at)
       select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
       on conflict (feed, guid) do nothing`,
      [
        feed,
        items.map((one) => one.guid),
        items.map((one) => one.title),
        items.map((one) => one.link),
        items.map((one) => one.text),
        items.map((one) => one.date),
      ],
    );
    return rowCount ?? 0;
  }

  async close(): Promise<void> {
    await this.pool.query('drop table bare');
    await this.pool.end();
  }
}

function parse(xml: string): BareItem[] {
  const items: BareItem[] = [];
  let item: BareItem | null = null;
  let field: keyof BareItem | null = null;
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'item') items.push((item = { guid: '', title: '', link: '', text: '', date: '' }));
        field = FIELDS[name] ?? null;
      },
      ontext(text) {
        if (item && field) item[field] += text;
      },
      onclosetag(name) {
        if (name === 'item') item = null;
        field = null;
      },
    },
    { xmlMode: true, lowerCaseTags: true },
  );
  parser.end(xml);
  return items;
}
