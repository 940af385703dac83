import { Controller, Get, NotFoundException, Param, ParseUUIDPipe } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Allow } from '../../access/allow.js';
import { campaignById } from '../../campaigns/campaign-rows.js';
import type { CampaignPaper, CampaignReport } from '../../contract/campaign-report.js';
import { databaseNow } from '../../database/time.js';
import { campaignNumbers } from './campaign-numbers.js';

type Row = Omit<CampaignPaper, 'from' | 'to' | 'madeAt'> & { from: Date; to: Date; madeAt: Date };

/** 专项日报、小结 and the numbers of now. */
@Controller('campaigns')
export class CampaignReportsController {
  constructor(private readonly db: DataSource) {}

  @Get(':id/report')
  @Allow('campaign.read')
  async report(@Param('id', ParseUUIDPipe) id: string): Promise<CampaignReport> {
    const db = this.db.manager;
    const campaign = await campaignById(db, id);
    if (!campaign) throw new NotFoundException('没有这个专项 · no such campaign');
    const now = await databaseNow(db);
    const to = now < campaign.endsAt ? now : campaign.endsAt;
    const rows = await db.query<Row[]>(
      `select id, kind, day, from_at as "from", to_at as "to", made_at as "madeAt", body as numbers, sha256
       from campaign_paper where campaign_id = $1 order by to_at desc, kind desc`,
      [id],
    );
    return {
      numbers: await campaignNumbers(db, id, { from: campaign.startsAt, to }),
      papers: rows.map((row) => ({
        ...row,
        ...{ from: row.from.toISOString(), to: row.to.toISOString(), madeAt: row.madeAt.toISOString() },
      })),
    };
  }
}
