import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { PeopleModule } from '../people/people.module.js';
import { BoardReader } from './board-reader.js';
import { CanaryGateway } from './canary.gateway.js';
import { BoardGateway } from './board.gateway.js';
import { JournalTail } from './journal-tail.js';
import { Ticker } from './ticker.js';
import { MonthFigures } from './walls/month-figures.js';
import { WallGateway } from './walls/wall.gateway.js';
import { WallReader } from './walls/wall-reader.js';

@Module({
  imports: [IncidentsModule, PeopleModule],
  providers: [BoardReader, JournalTail, Ticker, CanaryGateway, MonthFigures, WallReader, WallGateway, BoardGateway],
})
export class BoardModule {}
