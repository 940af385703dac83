import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import type { Breakage } from '../domain/canary.js';
import { CanaryStanding } from './canary/canary-standing.js';
import { type Figures, readFigures } from './figures.js';

/** Figures for Prometheus. Those of the office are read from the database at each scrape, so any api process may be asked. */
@Injectable()
export class MetricsService {
  private readonly registry = new Registry();
  private readonly databaseUp = this.gauge('huiying_database_up', '1 when the database answered this scrape');
  private readonly clocks = this.gauge('huiying_clocks', 'Statutory clocks not answered yet', ['kind', 'state']);
  private readonly nearest = this.gauge('huiying_deadline_seconds_remaining', 'Until the next limit', ['kind']);
  private readonly notices = this.gauge('huiying_notices_pending', 'Notices not delivered yet', ['channel']);
  private readonly sweepAge = this.gauge('huiying_sweep_age_seconds', 'Since the last sweep of the deadline engine');
  private readonly thresholdAge = this.gauge(
    'huiying_threshold_age_seconds',
    'Since the oldest unfired threshold was due',
  );
  private readonly noticeAge = this.gauge('huiying_notice_age_seconds', 'Since the oldest waiting notice was due');
  private readonly auditAge = this.gauge('huiying_audit_age_seconds', 'Since the auditor last looked');
  private readonly findings = this.gauge('huiying_audit_findings', 'What the auditor found and what stands', ['rule']);
  private readonly unjudged = this.gauge('huiying_articles_unjudged', 'Articles waiting for judging');
  private readonly unindexed = this.gauge('huiying_articles_unindexed', 'Articles waiting for the archive’s index');
  private readonly failing = this.gauge('huiying_sources_failing', 'Sources whose last visit failed');
  private readonly journal = this.gauge('huiying_journal_seq', 'Last row of the journal');
  private readonly canaryAge = this.gauge(
    'huiying_canary_age_seconds',
    'Since a self-check came through all stages',
    [],
  );
  private readonly canaryBroken = this.gauge('huiying_canary_broken', '1 at the stage where self-checks are stuck', [
    'stage',
  ]);
  /** Seconds per request, by route pattern. */
  readonly http = new Histogram({
    name: 'huiying_http_request_duration_seconds',
    help: 'HTTP requests answered by a route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor(
    private readonly db: DataSource,
    private readonly canary: CanaryStanding,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  async render(): Promise<string> {
    const figures = await readFigures(this.db).catch(() => null);
    const broken = await this.canary.read().then(
      (standing) => standing.broken,
      () => null,
    );
    this.databaseUp.set(figures ? 1 : 0);
    const changing = [this.clocks, this.nearest, this.notices, this.findings, this.canaryAge, this.canaryBroken];
    for (const gauge of changing) gauge.reset();
    if (figures) this.set(figures, broken);
    return this.registry.metrics();
  }

  private set(figures: Figures, broken: Breakage | null): void {
    for (const { kind, state, count } of figures.clocks) this.clocks.set({ kind, state }, count);
    for (const { kind, seconds } of figures.nearest) this.nearest.set({ kind }, seconds);
    for (const { channel, count } of figures.notices) this.notices.set({ channel }, count);
    for (const { rule, count } of figures.findings) this.findings.set({ rule }, count);
    this.sweepAge.set(figures.sweepAge);
    this.thresholdAge.set(figures.thresholdAge);
    this.noticeAge.set(figures.noticeAge);
    this.auditAge.set(figures.auditAge);
    this.unjudged.set(figures.unjudged);
    this.unindexed.set(figures.unindexed);
    this.failing.set(figures.sourcesFailing);
    this.journal.set(figures.journalSeq);
    this.canaryAge.set(figures.canaryAge ?? NaN);
    if (broken) this.canaryBroken.set({ stage: broken.stage }, 1);
  }

  private gauge<Label extends string>(name: string, help: string, labelNames: Label[] = []): Gauge<Label> {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }
}
