import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { ClocksModule } from '../clocks/clocks.module.js';
import { CaseArticlesController } from './case-articles.controller.js';
import { ClockStartController } from './clock-start.controller.js';
import { Evidence } from './evidence.entity.js';
import { Incident } from './incident.entity.js';
import { IncidentReader } from './incident-reader.js';
import { IncidentsController } from './incidents.controller.js';
import { IncidentMerging } from './merge-incidents.js';
import { IncidentParting } from './part-incidents.js';
import { PriorityController } from './priority.controller.js';
import { IncidentMoves } from './moves.js';
import { HandOpening } from './open-by-hand.js';
import { RegisterController } from './register/register.controller.js';
import { RegisterExport } from './register/register-export.js';
import { RegisterReader } from './register/register-reader.js';
import { RestrictionController } from './restriction.controller.js';
import { StoryReader } from '../stories/story-view.js';
import { StorySplitting } from './split-story.js';
import { FigureStating } from './state-figure.js';
import { StoryGroups } from './story-groups.js';
import { StoryMoves } from './story-moves.js';
import { StoriesController } from './stories.controller.js';

@Module({
  imports: [AssessmentModule, ClocksModule, TypeOrmModule.forFeature([Incident, Evidence])],
  controllers: [
    IncidentsController,
    RegisterController,
    CaseArticlesController,
    ClockStartController,
    PriorityController,
    RestrictionController,
    StoriesController,
  ],
  providers: [
    ...[IncidentReader, IncidentMoves, HandOpening, IncidentMerging, IncidentParting, StoryReader],
    ...[RegisterReader, RegisterExport],
    ...[StoryMoves, StorySplitting, FigureStating, StoryGroups],
  ],
  exports: [TypeOrmModule, IncidentReader, IncidentMoves],
})
export class IncidentsModule {}
