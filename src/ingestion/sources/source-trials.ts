import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { TrialReading } from '../../contract/source.js';
import { databaseNow } from '../../database/time.js';
import { Settings } from '../../settings/settings.js';
import { cutTo, soundJson, soundText } from '../../domain/text/sound-text.js';
import type { NewArticle } from '../article-identity.js';
import { FeedFetcher } from '../fetching/fetch-feed.js';
import { type FetchOutcome, HostBusy } from '../fetching/fetch-outcome.js';
import { BodyReader } from '../reading/body-reader.js';
import type { ReadFeed } from '../reading/feed-body.js';
import { TrialTurns } from './trial-turns.js';

const MOST_SHOWN = 10;
const LONGEST_TEXT = 200;
const NOTHING = { detail: null, url: null, format: null, title: null, warnings: [], itemCount: 0, items: [] };

/** Reads an address once, in the way of a visit, and stores nothing. */
@Injectable()
export class SourceTrials {
  /** A person waits so long for a host that is being visited. */
  patienceMs = 5_000;

  constructor(
    private readonly db: DataSource,
    private readonly fetcher: FeedFetcher,
    private readonly reader: BodyReader,
    private readonly settings: Settings,
  ) {}

  /** Never throws for what the address does; private addresses are refused when they are dialled. */
  async read(url: string): Promise<TrialReading> {
    const now = await databaseNow(this.db.manager);
    const fetched = await this.fetch(url);
    if (fetched.outcome !== 'ok') {
      const detail = 'detail' in fetched ? soundText(fetched.detail) : null;
      return { ...NOTHING, outcome: fetched.outcome, detail };
    }
    const body = { bytes: fetched.body, contentType: fetched.headers['content-type'], url: fetched.url };
    const reading = await this.reader.read(body, now);
    if (reading.outcome === 'ok') return { ...NOTHING, url: fetched.url, ...shown(reading, fetched.notes) };
    return { ...NOTHING, url: fetched.url, outcome: reading.outcome, detail: soundText(reading.detail) };
  }

  /** At its host's turn, like a visit. */
  private async fetch(url: string): Promise<FetchOutcome | { outcome: 'never_started'; detail: string }> {
    const turns = new TrialTurns(this.db.manager, this.patienceMs);
    try {
      return await this.fetcher.fetch({ url, admit: (host) => turns.admit(host) });
    } catch (error) {
      if (!(error instanceof HostBusy)) throw error;
      const detail = '该网站正在采集中，请稍候再试 · the site is being visited: try again in a moment';
      return { outcome: 'never_started', detail };
    } finally {
      await turns.end(this.settings.policy.collection.hostGapSeconds);
    }
  }
}

function shown({ format, title, warnings, items, articles }: ReadFeed, notes: string[]) {
  return {
    outcome: 'ok' as const,
    format,
    title: soundText(title),
    warnings: soundJson([...notes, ...warnings]) as string[],
    itemCount: items,
    items: articles.slice(0, MOST_SHOWN).map(itemOf),
  };
}

function itemOf({ title, link, publishedAt, publishedNote, text }: NewArticle): TrialReading['items'][number] {
  return {
    title,
    link,
    publishedAt: publishedAt?.toISOString() ?? null,
    publishedNote,
    text: cutTo(text, LONGEST_TEXT),
  };
}
