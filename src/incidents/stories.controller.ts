import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Allow, CurrentPerson } from '../access/allow.js';
import type { Person } from '../contract/session.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { storyQuery, type StoryQuery } from '../contract/queries.js';
import { concernsUs, joinStory, setAside, splitStory, stateFigure } from '../contract/story.js';
import { lanePage } from '../stories/story-line.js';
import { Settings } from '../settings/settings.js';
import { refuseHidden } from '../stories/restricted-stories.js';
import { StoryReader } from '../stories/story-view.js';
import { IncidentReader } from './incident-reader.js';
import { HandOpening } from './open-by-hand.js';
import { StoryGroups } from './story-groups.js';

/** Stories that stand beside the clocks, and the way in for those that concern the office after all. */
@Controller('stories')
export class StoriesController {
  constructor(
    private readonly db: DataSource,
    private readonly opening: HandOpening,
    private readonly reader: IncidentReader,
    private readonly stories: StoryReader,
    private readonly settings: Settings,
    private readonly groups: StoryGroups,
  ) {}

  @Get()
  @Allow('story.read')
  list(@Query(new ZodPipe(storyQuery)) wish: StoryQuery) {
    return lanePage(this.db.manager, this.settings.rules, wish);
  }

  @Get(':id')
  @Allow('story.read')
  view(@CurrentPerson() person: Person, @Param('id', ParseUUIDPipe) id: string) {
    return this.stories.view(person.id, id);
  }

  @Post(':id/concerns-us')
  @HttpCode(200)
  @Allow('story.accept')
  async accept(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(concernsUs)) wish: z.infer<typeof concernsUs>,
  ) {
    await this.refuseHidden(person, id);
    return this.reader.view(person, await this.opening.concernsUs(person, id, wish));
  }

  @Post(':id/join')
  @HttpCode(200)
  @Allow('story.group')
  async join(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(joinStory)) wish: z.infer<typeof joinStory>,
  ) {
    await this.refuseHidden(person, id, wish.into);
    return this.stories.view(person.id, await this.groups.moves.join(person, id, wish));
  }

  @Post(':id/split')
  @HttpCode(200)
  @Allow('story.group')
  async split(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(splitStory)) wish: z.infer<typeof splitStory>,
  ) {
    await this.refuseHidden(person, id);
    return this.stories.view(person.id, await this.groups.splitting.split(person, id, wish));
  }

  @Post(':id/set-aside')
  @HttpCode(200)
  @Allow('story.set_aside')
  async setAside(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(setAside)) wish: z.infer<typeof setAside>,
  ) {
    await this.refuseHidden(person, id);
    await this.groups.moves.setAside(person, id, wish);
    return this.stories.view(person.id, id);
  }

  @Post(':id/figures')
  @HttpCode(200)
  @Allow('story.group')
  async stateFigure(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(stateFigure)) wish: z.infer<typeof stateFigure>,
  ) {
    await this.refuseHidden(person, id);
    await this.groups.figures.state(person, id, wish);
    return this.stories.view(person.id, id);
  }

  private refuseHidden({ id }: Person, ...storyIds: string[]): Promise<void> {
    return refuseHidden(this.db.manager, id, storyIds);
  }
}
