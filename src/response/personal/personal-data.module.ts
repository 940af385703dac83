import { Injectable, Logger, Module, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { IncidentsModule } from '../../incidents/incidents.module.js';
import { Beat } from '../../periodic/beat.js';
import { PeriodicModule } from '../../periodic/periodic.module.js';
import { PersonalData } from './personal-data.js';
import { PersonalDataController } from './personal-data.controller.js';

const EVERY_MS = 10 * 60_000;

@Injectable()
class PersonalDataTick implements OnModuleDestroy {
  private readonly logger = new Logger(PersonalDataTick.name);
  private readonly beat: Beat;

  constructor(personal: PersonalData) {
    this.beat = new Beat(
      () => personal.beat(),
      (error) =>
        this.logger.error(
          `个人信息清除失败,十分钟后重试 · personal data were not purged, again in 10 min: ${String(error)}`,
        ),
    );
  }

  @Interval('personal-data', EVERY_MS)
  wake(): void {
    this.beat.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.beat.stop();
  }
}

@Module({
  imports: [IncidentsModule, PeriodicModule],
  controllers: [PersonalDataController],
  providers: [PersonalData],
  exports: [PersonalData],
})
export class PersonalDataModule {}

/** Alive only in worker processes. */
@Module({ imports: [PersonalDataModule], providers: [PersonalDataTick] })
export class PersonalDataLoopModule {}
