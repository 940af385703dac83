import { Controller, Get, NotFoundException, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { type ArticlePage, articleQuery, type ArticleQuery } from '../contract/incident.js';
import type { Person } from '../contract/session.js';
import { maySee } from '../domain/rights.js';
import { publisherIndex } from '../domain/stories/publishers.js';
import { Settings } from '../settings/settings.js';
import { articlePage } from '../stories/story-articles.js';
import { Incident } from './incident.entity.js';

/** What was reported of a case, page by page. */
@Controller('incidents/:id/articles')
export class CaseArticlesController {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** @throws NotFoundException unknown, or not this person's to see */
  @Get()
  @Allow('board.read')
  async page(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Query(new ZodPipe(articleQuery)) { after, limit }: ArticleQuery,
  ): Promise<ArticlePage> {
    const db = this.db.manager;
    const incident = await db.findOneBy(Incident, { id, channel: 'live' });
    if (!incident || !maySee(person, incident)) throw new NotFoundException('没有这个事件 · no such incident');
    const own = await db.query<{ id: string }[]>('select id from story where incident_id = $1 and not possibly', [id]);
    const index = publisherIndex(this.settings.rules.publishers);
    const stories = own.map((story) => story.id);
    return articlePage(db, stories, index, { after: after ?? null, most: limit });
  }
}
