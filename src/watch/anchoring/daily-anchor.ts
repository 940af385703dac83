import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { dailyPeriods } from '../../domain/periodic/daily-periods.js';
import { makeAnchor } from '../../journal/anchors/make-anchor.js';
import { PeriodicRuns } from '../../periodic/periodic-runs.js';
import { Settings } from '../../settings/settings.js';
import { AnchorFiles } from './anchor-files.js';

/** A day falls due at its end, midnight in Beijing. */
const END_OF_DAY = 24;

/** 每日存证: the journal's state at the end of each day, once, days that were missed each by itself; then its file. */
@Injectable()
export class DailyAnchor {
  private readonly productVersion: string;

  constructor(
    private readonly runs: PeriodicRuns,
    private readonly files: AnchorFiles,
    settings: Settings,
  ) {
    const described = readFileSync(join(settings.root, 'package.json'), 'utf8');
    this.productVersion = (JSON.parse(described) as { version: string }).version;
  }

  /** @returns the days anchored by this call */
  async beat(): Promise<string[]> {
    const ran = await this.runs.catchUp({
      name: 'journal-anchor',
      periods: (first, now) => dailyPeriods(first, now, END_OF_DAY),
      run: async (tx, day) => ({ result: {}, rows: [await makeAnchor(tx, day, this.productVersion)] }),
    });
    await this.files.keep();
    return ran;
  }
}
