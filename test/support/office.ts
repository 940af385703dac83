import { resolve } from 'node:path';
import type { ModuleMetadata } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { parse } from 'yaml';
import { DocumentDoubtsModule } from '../../src/assessment/doubts/document-doubts.module.js';
import { ExplanationModule } from '../../src/assessment/explanation.module.js';
import { FirstReadingModule } from '../../src/assessment/first-reading.module.js';
import { BoardModule } from '../../src/board/board.module.js';
import { BureausModule } from '../../src/bureaus/bureaus.module.js';
import { CampaignsModule } from '../../src/campaigns/campaigns.module.js';
import { CalmModule } from '../../src/calm/calm.module.js';
import type { IncidentLine, IncidentView, JournalLine } from '../../src/contract/incident.js';
import { EscalationModule } from '../../src/escalation/escalation.module.js';
import { Sweeper } from '../../src/escalation/sweeper.js';
import { IncidentsModule } from '../../src/incidents/incidents.module.js';
import { IngestionModule } from '../../src/ingestion/ingestion.module.js';
import { VisitModule } from '../../src/ingestion/visiting/visiting.module.js';
import { VisitService } from '../../src/ingestion/visiting/visit.service.js';
import { JudgingModule } from '../../src/judging/judging.module.js';
import { JudgingService } from '../../src/judging/judging.service.js';
import { configureHttp } from '../../src/people/configure-http.js';
import { FirstAccount } from '../../src/people/first-account.js';
import { DoubtNoticesModule } from '../../src/notices/doubts/document-watch.module.js';
import { ToldModule } from '../../src/notices/told/told.module.js';
import { WaysModule } from '../../src/notices/ways/ways.module.js';
import { PeopleModule } from '../../src/people/people.module.js';
import { CampaignDaysModule, CampaignReportsModule } from '../../src/reports/campaigns/campaign-reports.module.js';
import { ReportsModule } from '../../src/reports/reports.module.js';
import { OwnReleasesModule } from '../../src/response/own/own-releases.module.js';
import { PersonalDataModule } from '../../src/response/personal/personal-data.module.js';
import { ResponseModule } from '../../src/response/response.module.js';
import { RosterModule } from '../../src/roster/roster.module.js';
import { ArticleIndexer } from '../../src/search/article-indexer.js';
import { IndexingModule, SearchModule } from '../../src/search/search.module.js';
import { sourcesFile } from '../../src/settings/sources-file.js';
import { groundModules } from '../../src/roles/ground.js';
import { loadSettings, Settings } from '../../src/settings/settings.js';
import { AnchoringModule } from '../../src/watch/anchoring/anchoring.module.js';
import { AuditModule } from '../../src/watch/audit/audit.module.js';
import type { Policy } from '../../src/domain/clocks/policy.js';
import { CanaryFeedModule } from '../../src/watch/canary/canary-feed.module.js';
import { CanaryWatchModule } from '../../src/watch/canary/canary.module.js';
import { DailyCheckModule } from '../../src/watch/daily/daily.module.js';
import { WatchModule } from '../../src/watch/watch.module.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { MovableClock } from './movable-clock.js';
import { Screen } from './screen.js';

const ROOT = resolve(__dirname, '../..');
const PASSWORD = 'test-office-password';

export interface OfficeOptions {
  jurisdiction?: 'office' | 'nation';
  /** E-mail or webhook addresses per bureau code. */
  contacts?: Record<string, { email?: string; webhook?: string }>;
  /** Who hears when the product itself fails. */
  operators?: { email?: string; webhook?: string };
  /** What a case may hold of files, instead of what the policy says. */
  attachments?: Policy['attachments'];
  env?: Record<string, string>;
  /** A sources file as YAML, instead of none. */
  sources?: string;
}

/** An article as a source published it; without `publishedAt` it is published now. */
export interface Published {
  title: string;
  text?: string;
  publishedAt?: Date;
  source?: string;
}

/** A whole office on a database of its own, with a clock that can be moved. Nothing ticks by itself: stories say when. */
export class Office {
  private constructor(
    readonly database: TestDatabase,
    readonly clock: MovableClock,
    private readonly settings: Settings,
    private app: NestExpressApplication,
    private cookie: string,
  ) {}

  static async open(options: OfficeOptions = {}): Promise<Office> {
    const database = await createTestDatabase();
    const clock = await MovableClock.install(database.url);
    const settings = settingsOf(database.url, options);
    const app = await boot(settings);
    const office = new Office(database, clock, settings, app, '');
    await app.get(FirstAccount).ensure(() => undefined);
    await app.get(DataSource).query(
      `insert into source (id, name, url, tier, family, origin) values
         ('agency', '测试通讯社', 'http://agency.test/', 'core', 'agency', 'api'),
         ('forum', '测试论坛', 'http://forum.test/', 'wide', 'forum', 'api')`,
    );
    office.cookie = await office.signIn('admin', PASSWORD);
    return office;
  }

  get db(): DataSource {
    return this.app.get(DataSource);
  }

  /** A part of the office, by its class. */
  part<T>(type: abstract new (...given: never[]) => T): T {
    return this.app.get<T>(type);
  }

  get address(): string {
    return addressOf(this.app);
  }

  /** A source publishes an article; nothing has judged it yet. */
  async publishes(article: Published): Promise<void> {
    const at = article.publishedAt ?? (await this.clock.now());
    await this.db.query(
      `insert into article (source_id, item_key, guid, title, text, published_at, published_note)
       values ($1, $2, $2, $3, $4, $5, 'stated')`,
      [article.source ?? 'agency', `${article.title}#${Math.random()}`, article.title, article.text ?? '', at],
    );
  }

  /** A worker visits every source of the file once. */
  async visits(): Promise<void> {
    const visits = this.app.get(VisitService);
    for (const { id } of this.settings.sources) await visits.visitNow(id);
  }

  /** The worker judges all that is new. */
  judges(): Promise<number> {
    return this.app.get(JudgingService).judgeAll();
  }

  /** The worker puts all that is stored into the archive's index. */
  async indexes(): Promise<void> {
    while ((await this.app.get(ArticleIndexer).indexSome(100)) > 0) continue;
  }

  /** The timer sweeps once. @returns thresholds fired */
  sweeps(): Promise<number> {
    return this.app.get(Sweeper).sweep();
  }

  /** Time passes, second by second as far as the timer is concerned: it sweeps after every step. */
  async passes(span: { hours?: number; minutes?: number }, steps = 1): Promise<void> {
    const minutes = ((span.hours ?? 0) * 60 + (span.minutes ?? 0)) / steps;
    for (let step = 0; step < steps; step += 1) {
      await this.clock.forward({ minutes });
      await this.sweeps();
    }
  }

  /** The process dies and another one takes over the same database. */
  async restarts(): Promise<void> {
    await this.app.close();
    this.app = await boot(this.settings);
  }

  /** A second api beside the first, on the same database. */
  async second(): Promise<{ address: string; close(): Promise<void> }> {
    const app = await boot(this.settings);
    return { address: addressOf(app), close: () => app.close() };
  }

  async incidents(limit = 50): Promise<IncidentLine[]> {
    return (await this.get<{ items: IncidentLine[] }>(`/incidents?status=all&limit=${limit}`)).items;
  }

  async incident(id: string): Promise<IncidentView> {
    return this.get<IncidentView>(`/incidents/${id}`);
  }

  async journal(): Promise<JournalLine[]> {
    return (await this.get<{ items: JournalLine[] }>('/journal?limit=1000')).items;
  }

  fetch(path: string, cookie = this.cookie): Promise<Response> {
    return fetch(`${this.address}/api/v1${path}`, { headers: { cookie } });
  }

  async get<T>(path: string, cookie = this.cookie): Promise<T> {
    const answer = await this.fetch(path, cookie);
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  post<T>(path: string, body: unknown, cookie = this.cookie): Promise<{ status: number; body: T }> {
    return this.send<T>('POST', path, body, cookie);
  }

  async send<T>(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    cookie = this.cookie,
  ): Promise<{ status: number; body: T }> {
    const answer = await fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json().catch(() => null)) as T };
  }

  /** @returns the session cookie */
  async signIn(username: string, password: string): Promise<string> {
    const answer = await fetch(`${this.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  /** A new account that has changed its first password, signed in. @returns its session cookie */
  async employs(username: string, role: string, bureau: string | null = null): Promise<string> {
    const made = await this.post('/accounts', { username, displayName: username, role, bureau, password: PASSWORD });
    if (made.status !== 201) throw new Error(`POST /accounts: ${made.status} ${JSON.stringify(made.body)}`);
    await this.db.query('update account set must_change_password = false where username = $1', [username]);
    return this.signIn(username, PASSWORD);
  }

  screen(cookie = this.cookie): Promise<Screen> {
    return Screen.connect(this.address, cookie);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}

function settingsOf(url: string, options: OfficeOptions): Settings {
  const settings = loadSettings(
    {
      DATABASE_URL: url,
      ADMIN_PASSWORD: PASSWORD,
      LOG_LEVEL: 'silent',
      JURISDICTION: options.jurisdiction ?? 'nation',
      ...options.env,
    },
    ROOT,
  );
  const units = settings.rules.bureaus.units.map((unit) => ({
    ...unit,
    contacts: options.contacts?.[unit.code] ?? {},
  }));
  const rules = { ...settings.rules, bureaus: { ...settings.rules.bureaus, units } };
  const { sources } = sourcesFile.parse(parse(options.sources ?? 'sources: []'));
  const operators = { contacts: options.operators ?? {} };
  const policy = { ...settings.policy, operators, attachments: options.attachments ?? settings.policy.attachments };
  return new Settings(settings.env, policy, rules, sources, settings.root);
}

function boot(settings: Settings): Promise<NestExpressApplication> {
  return serve(settings, [
    ...groundModules(settings),
    PeopleModule,
    RosterModule,
    CampaignsModule,
    WaysModule,
    ToldModule,
    BureausModule,
    DocumentDoubtsModule,
    DoubtNoticesModule,
    IngestionModule,
    FirstReadingModule,
    VisitModule,
    IncidentsModule,
    ResponseModule,
    PersonalDataModule,
    OwnReleasesModule,
    JudgingModule,
    EscalationModule,
    CalmModule,
    BoardModule,
    ReportsModule,
    CampaignReportsModule,
    CampaignDaysModule,
    SearchModule,
    ExplanationModule,
    IndexingModule,
    WatchModule,
    CanaryFeedModule,
    CanaryWatchModule,
    DailyCheckModule,
    AnchoringModule,
    AuditModule,
  ]);
}

function addressOf(app: NestExpressApplication): string {
  const { port } = app.getHttpServer().address() as { port: number };
  return `http://127.0.0.1:${port}`;
}

/** An application that serves HTTP on a free port. */
export async function serve(settings: Settings, imports: ModuleMetadata['imports']): Promise<NestExpressApplication> {
  const testing = await Test.createTestingModule({ imports: imports ?? [] }).compile();
  const app = testing.createNestApplication<NestExpressApplication>({
    bodyParser: false,
    logger: false,
    forceCloseConnections: true,
  });
  configureHttp(app, settings);
  await app.listen(0, '127.0.0.1');
  return app;
}
