import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Campaign, allCampaigns, campaignById } from '../../campaigns/campaign-rows.js';
import { lockCampaign } from '../../campaigns/lock-campaign.js';
import { databaseNow } from '../../database/time.js';
import { campaignPeriods, digestAt } from '../../domain/campaigns/campaign-periods.js';
import { may, type Role } from '../../domain/rights.js';
import type { JournalRow } from '../../journal/append.js';
import { sendPaper } from '../../notices/papers.js';
import { PeriodicRuns, type RunOutcome } from '../../periodic/periodic-runs.js';
import { Settings } from '../../settings/settings.js';
import { campaignNumbers, type Span } from './campaign-numbers.js';
import { paperWords } from './campaign-words.js';

/** A campaign begins and ends by itself, with a digest a day and a summary at its end: each once, also after days away. */
@Injectable()
export class CampaignDays {
  constructor(
    private readonly db: DataSource,
    private readonly runs: PeriodicRuns,
    private readonly settings: Settings,
  ) {}

  /** @returns what this call has done, `<campaign>:<period>` */
  async beat(): Promise<string[]> {
    const done: string[] = [];
    for (const campaign of await allCampaigns(this.db.manager)) {
      const ran = await this.runs.catchUp({
        name: `campaign:${campaign.id}`,
        periods: (_first, now) => campaignPeriods(campaign, now),
        run: (tx, period) => this.run(tx, campaign.id, period),
      });
      done.push(...ran.map((period) => `${campaign.id}:${period}`));
    }
    return done;
  }

  /** @throws when the campaign has been changed meanwhile and has not come so far: it is asked for again */
  private async run(tx: EntityManager, id: string, period: string): Promise<RunOutcome> {
    await lockCampaign(tx, id);
    const campaign = await campaignById(tx, id);
    if (!campaign || !campaignPeriods(campaign, await databaseNow(tx)).includes(period))
      throw new Error(`专项刚被修改,稍后再算 · the campaign was changed meanwhile: ${id} ${period}`);
    const { name, startsAt, endsAt } = campaign;
    const row = (kind: string, more: object): JournalRow => ({
      ...{ kind, incidentId: null, actor: 'system:reports' },
      data: { campaignId: id, name, ...more },
    });
    if (period === 'begin') return { result: {}, rows: [row('campaign.begun', { at: startsAt })] };
    const isEnd = period === 'end';
    const span = isEnd ? { from: startsAt, to: endsAt } : await digestSpan(tx, campaign, period);
    const paper = await this.paper(tx, campaign, isEnd ? 'summary' : 'digest', period, span);
    const told = row(isEnd ? 'campaign.summed_up' : 'campaign.digested', paper);
    return { result: {}, rows: isEnd ? [row('campaign.ended', { at: endsAt }), told] : [told] };
  }

  private async paper(tx: EntityManager, campaign: Campaign, kind: 'digest' | 'summary', period: string, span: Span) {
    const numbers = await campaignNumbers(tx, campaign.id, span);
    const day = kind === 'digest' ? period : new Date(span.to.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const body = JSON.stringify(numbers);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const [made] = await tx.query<{ id: string }[]>(
      `insert into campaign_paper (campaign_id, kind, day, from_at, to_at, body, sha256)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [campaign.id, kind, day, span.from, span.to, body, sha256],
    );
    const id = made?.id ?? '';
    const [from, to] = [span.from.toISOString(), span.to.toISOString()];
    const words = paperWords(campaign.name, { kind, day, from, to, numbers, sha256 });
    const sent = { id, title: campaign.name, at: span.to, ...words };
    for (const { path, people } of await placesOf(tx, campaign))
      await sendPaper(tx, this.settings, { ...sent, path }, people);
    return { paperId: id, day, from, to, sha256, told: campaign.roster };
  }
}

/** Where the roster reads a paper: on the campaign's page, or on the board for those who have no right to that page. */
async function placesOf(tx: EntityManager, { id, roster }: Campaign): Promise<{ path: string; people: string[] }[]> {
  const rows = await tx.query<{ id: string; role: Role }[]>('select id, role from account where id = any($1)', [
    roster,
  ]);
  const people = (mayRead: boolean) =>
    rows.filter(({ role }) => may(role, 'campaign.read') === mayRead).map((one) => one.id);
  return [
    { path: `campaigns/${id}`, people: people(true) },
    { path: `?campaign=${id}`, people: people(false) },
  ];
}

/** From where the digest before ended, so that nothing is counted twice or left out when its time is changed. */
async function digestSpan(tx: EntityManager, { id, startsAt, digestTime }: Campaign, day: string): Promise<Span> {
  const to = digestAt(day, digestTime);
  const [before] = await tx.query<{ to: Date | null }[]>(
    `select max(to_at) as to from campaign_paper where campaign_id = $1 and kind = 'digest' and to_at < $2`,
    [id, to],
  );
  return { from: before?.to ?? startsAt, to };
}
