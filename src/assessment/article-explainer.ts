import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { type ArticleExplanation, articleExplanation } from '../contract/explanation.js';
import { answersOf, differing } from '../domain/explanation/answers.js';
import { canonicalJson } from '../domain/explanation/canonical-json.js';
import { explain } from '../domain/explanation/explain.js';
import type { Judgement } from '../domain/explanation/explanation.js';
import { may, maySee, type Viewer } from '../domain/rights.js';
import { readable, type ArticleText } from '../domain/text/article-text.js';
import { ArticleAssessor } from './article-assessor.js';
import { assessArticle, type Assessor } from './assess-article.js';
import { storedJudgement } from './stored-judgement.js';

interface Row {
  title: string;
  text: string;
  publishedAt: Date | null;
  fetchedAt: Date;
  judgedAt: Date | null;
  judgement: unknown;
  /** Of the case that it is an article of; null: of none. */
  lead: string | null;
  co: string[] | null;
  restrictedTo: string[] | null;
}

/** Tells why an article was judged as it was, and whether it would be judged so again. */
@Injectable()
export class ArticleExplainer {
  constructor(
    private readonly db: DataSource,
    private readonly assessor: ArticleAssessor,
  ) {}

  /**
   * Who may not read the archive is told of the articles of the cases that are theirs to see.
   * @throws NotFoundException unknown, deleted, of a hidden channel, or not this person's to see
   */
  async explained(person: Viewer, articleId: string): Promise<ArticleExplanation> {
    const row = await this.row(articleId);
    const isOfCase =
      row?.lead != null && maySee(person, { lead: row.lead, co: row.co ?? [], restrictedTo: row.restrictedTo });
    if (!row || !(isOfCase || may(person.role, 'archive.read')))
      throw new NotFoundException('没有这篇文章 · no such article');
    const { title, text, judgedAt } = row;
    const assessor = this.assessor.ready();
    const common = { articleId, title, text, judgedAt: judgedAt?.toISOString() ?? null };
    const judgement = storedJudgement(row.judgement);
    const none = { explanation: null, sameWhenJudgedAgain: null, otherwise: null };
    const reasons = judgement ? reasonsFor(judgement, row, assessor) : none;
    const campaigns = campaignsOf(row.judgement);
    return { ...common, campaigns, presentVersion: assessor.version, ...reasons };
  }

  private async row(articleId: string): Promise<Row | undefined> {
    const [row] = await this.db.query<Row[]>(
      `select a.title, a.text, a.published_at as "publishedAt", a.fetched_at as "fetchedAt", a.judged_at as "judgedAt",
         a.judgement, i.lead, i.co, i.restricted_to as "restrictedTo"
       from article a join source s on s.id = a.source_id and s.channel = 'live'
         left join story st on st.id = a.story_id left join incident i on i.id = st.incident_id
       where a.id = $1`,
      [articleId],
    );
    return row;
  }
}

const underCampaigns = z.looseObject({ campaigns: articleExplanation.shape.campaigns.catch([]) });

/** None in what was judged outside of any, or before there were campaigns. */
const campaignsOf = (judgement: unknown): ArticleExplanation['campaigns'] =>
  underCampaigns.safeParse(judgement).data?.campaigns ?? [];

type Reasons = Pick<ArticleExplanation, 'explanation' | 'sameWhenJudgedAgain' | 'otherwise'>;

function reasonsFor(judgement: Judgement, row: Row, assessor: Assessor): Reasons {
  const article: ArticleText = { title: row.title, text: row.text, publishedAt: row.publishedAt ?? row.fetchedAt };
  const again = JSON.parse(JSON.stringify(assessArticle(article, assessor))) as Judgement;
  const now = answersOf(again);
  const stored = answersOf(judgement);
  const questions = differing(stored, now);
  return {
    explanation: explain(judgement, readable(article), assessor.rules),
    sameWhenJudgedAgain: substanceOf(again) === substanceOf(row.judgement as Judgement),
    otherwise: questions.length > 0 ? { questions, stored, now } : null,
  };
}

/** All of a judgement but the version that made it. */
const substanceOf = ({ reading, route }: Judgement): string => canonicalJson({ reading, route });
