import { Injectable, NotFoundException, UnprocessableEntityException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ArticleAssessor, type ArticleJudgement } from '../assessment/article-assessor.js';
import type { z } from 'zod';
import type { OpenByHand } from '../contract/incident.js';
import type { concernsUs } from '../contract/story.js';
import { carryOfWords } from '../campaigns/touched.js';
import { databaseNow } from '../database/time.js';
import { HOUR, type Instants } from '../domain/clocks/deadlines.js';
import { cutTo } from '../domain/text/sound-text.js';
import { clocksStartedBy, ruleOf } from '../domain/clocks/policy.js';
import type { StorySignature } from '../domain/stories/story.js';
import { METRICS, type StoryVerdict } from '../domain/stories/story-verdict.js';
import { withoutHappening } from '../domain/stories/without-happening.js';
import { PRESS_OFFICE } from '../domain/press-office.js';
import { pinEvidence } from '../ingestion/evidence/keep-evidence.js';
import { append } from '../journal/append.js';
import { Settings } from '../settings/settings.js';
import { keepFigure } from '../stories/figures.js';
import { beginStory, giveToIncident, lockStories, storyById } from '../stories/story-store.js';
import { refuseEnded } from './desk-moves.js';
import { levelReason } from './level-reason.js';
import type { Actor } from './moves.js';
import { openFromStory, SUMMARY_LENGTH } from './open-from-story.js';
import { openIncident } from './open-incident.js';

/** Equal cases opened by hand within this time are one. */
const SAME_CASE_MS = 60_000;

/** Cases that a person opens: after a phone call, or from a story that the machine left without clocks. */
@Injectable()
export class HandOpening {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly assessor: ArticleAssessor,
  ) {}

  /** @returns the id of the new case */
  async byHand(actor: Actor, wish: OpenByHand): Promise<string> {
    // The rules may have changed since they were made ready: nobody waits for that behind the lock.
    this.assessor.ready();
    return this.db.transaction(async (tx) => {
      await lockStories(tx);
      const now = await databaseNow(tx);
      refuseEnded(this.settings.rules.bureaus.units, [...wish.co, ...(wish.lead ? [wish.lead] : [])], now);
      const before = await openedJustNow(tx, wish, now);
      if (before) return before;
      const judged = this.assessor.judge({ title: wish.title, text: wish.text, publishedAt: now }, null, null);
      const verdict = byPerson(judged.verdict, wish, now);
      const { title, signature } = { title: wish.title, signature: signatureOf(judged, wish) };
      const story = await beginStory(tx, {
        title,
        signature,
        verdict,
        publishedAt: null,
        detectedAt: now,
        now,
        channel: 'live',
      });
      const opened = await openIncident(
        tx,
        this.settings.policy,
        this.newCase(actor, wish, verdict, story.id, now),
        now,
      );
      await giveToIncident(tx, story.id, opened.incident.id);
      await keepFigures(tx, story.id, verdict, actor.id);
      const campaigns = await carryOfWords(tx, opened.incident.id, { title: wish.title, text: wish.text, at: now });
      const told = { byHand: true, source: wish.source, ...(campaigns.length > 0 && { campaigns }) };
      await append(tx, [{ ...opened.row, data: { ...opened.row.data, ...told } }]);
      return opened.incident.id;
    });
  }

  /**
   * 需回应: what no statutory clock runs for has to be answered within 48 hours. The original start is kept, so the case may be born
   * overdue. A story of a dismissed case leaves it for a new one: whoever dismissed it stands in the old one's history.
   */
  async concernsUs(actor: Actor, storyId: string, { reason, level }: z.infer<typeof concernsUs>): Promise<string> {
    return this.db.transaction(async (tx) => {
      await lockStories(tx);
      const story = await storyById(tx, storyId);
      if (story?.channel !== 'live') throw new NotFoundException('没有这条舆情 · no such story');
      const dismissed = await dismissedCase(tx, story.incidentId);
      if (story.incidentId && !dismissed) return story.incidentId;
      const now = await databaseNow(tx);
      const opened = await openFromStory(tx, this.settings, story, {
        ...{ actor: actor.id, confirmed: true, notifiedAt: null, summary: null, needsAnswer: true },
        graded: level === undefined ? null : { level, reason },
        now,
      });
      await pinEvidence(tx, story.id);
      const { level: read } = story.verdict;
      const told = {
        jurisdictionAccepted: reason,
        ...(level !== undefined && level !== read && { gradedFrom: read }),
        ...(dismissed && { afterDismissed: dismissed }),
      };
      await append(tx, [{ ...opened.row, data: { ...opened.row.data, ...told } }]);
      return opened.incident.id;
    });
  }

  private newCase(actor: Actor, wish: OpenByHand, verdict: StoryVerdict, storyId: string, now: Date) {
    const { policy, rules } = this.settings;
    const statutory = clocksStartedBy(policy, verdict.level, verdict.basis);
    return {
      ...{ level: verdict.level, basis: verdict.basis, title: wish.title, summary: cutTo(wish.text, SUMMARY_LENGTH) },
      ...{ facts: verdict.facts, focus: verdict.focus, places: verdict.places, storyId, actor: actor.id },
      basisVerified: verdict.verified,
      levelReason: levelReason(verdict, rules),
      lead: wish.lead ?? verdict.lead ?? PRESS_OFFICE,
      co: wish.co,
      channel: 'live' as const,
      instants: statedInstants(wish, now),
      notifiedAt: wish.notifiedAt ? new Date(wish.notifiedAt) : null,
      confirmed: true,
      clocks: statutory.length === 0 && wish.needsAnswer ? [ruleOf(policy, 'other_48h')] : statutory,
    };
  }
}

/** @returns number of the case when people have dismissed it; locked, so that nobody takes it up meanwhile */
async function dismissedCase(tx: EntityManager, incidentId: string | null): Promise<string | null> {
  if (incidentId === null) return null;
  const [row] = await tx.query<{ number: string }[]>(
    `select number from incident where id = $1 and status = 'dismissed' for no key update`,
    [incidentId],
  );
  return row?.number ?? null;
}

/** A second click, or a retry after a lost answer, is the same case and not another one. */
async function openedJustNow(tx: EntityManager, wish: OpenByHand, now: Date): Promise<string | null> {
  const [row] = await tx.query<{ id: string }[]>(
    `select i.id from incident i join journal j on j.incident_id = i.id and j.kind = 'incident.opened'
     where i.title = $1 and i.summary = $2 and i.opened_at > $3 and i.status <> 'dismissed' and j.actor not like 'system:%'
     limit 1`,
    [wish.title, cutTo(wish.text, SUMMARY_LENGTH), new Date(now.getTime() - SAME_CASE_MS)],
  );
  return row?.id ?? null;
}

/** What a person opens without a level and the rules read no happening in is talk: no happening about the same place goes into it. */
function signatureOf({ isIncident, signature }: ArticleJudgement, { level }: OpenByHand): StorySignature {
  return isIncident || level !== null ? signature() : withoutHappening(signature());
}

/**
 * A level stated by a person stands; its table is named only where the text's own figures lead to the same level. Figures are a
 * person's word.
 */
function byPerson(read: StoryVerdict, wish: OpenByHand, now: Date): StoryVerdict {
  const stated = { at: now.toISOString(), weight: 3 as const };
  const entries = METRICS.map(
    (metric) => [metric, read.facts[metric] && { ...read.facts[metric], ...stated }] as const,
  );
  const told = { ...read, facts: Object.fromEntries(entries) as StoryVerdict['facts'] };
  if (wish.level === null || wish.level === read.level) return told;
  return { ...told, level: wish.level, alertLevel: wish.level, basis: 'REFERENCE', ruleId: null, verified: false };
}

async function keepFigures(tx: EntityManager, storyId: string, { facts }: StoryVerdict, by: string): Promise<void> {
  for (const metric of METRICS) {
    const figure = facts[metric];
    if (figure) await keepFigure(tx, storyId, { metric, value: figure.value, reason: figure.span, by });
  }
}

function statedInstants(wish: OpenByHand, now: Date): Instants {
  const occurredAt = wish.occurredAt ? new Date(wish.occurredAt) : null;
  if (wish.notifiedAt && new Date(wish.notifiedAt) > now) {
    throw new UnprocessableEntityException('接报时间在将来 · the time of being told lies in the future');
  }
  if (occurredAt && occurredAt > now) {
    throw new UnprocessableEntityException('事发时间在将来 · the time of occurrence lies in the future');
  }
  if (occurredAt && now.getTime() - occurredAt.getTime() > 366 * 24 * HOUR) {
    throw new UnprocessableEntityException('事发时间早于一年前,请核对 · the time of occurrence is over a year ago');
  }
  return {
    occurredAt,
    occurredPrecision: occurredAt ? 'minute' : null,
    occurredFrom: null,
    firstPublishedAt: null,
    detectedAt: now,
  };
}
