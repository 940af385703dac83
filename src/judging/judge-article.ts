import type { EntityManager } from 'typeorm';
import type { ArticleJudgement } from '../assessment/article-assessor.js';
import { tellPossiblySame } from '../clocks/clocks.js';
import { cutTo } from '../domain/text/sound-text.js';
import { decideOpening, type OpeningDecision } from '../domain/clocks/opening.js';
import { asksWhere } from '../domain/reading/asks-where.js';
import { asksWhetherOurs } from '../domain/routing/question.js';
import { asksWhetherHappening } from '../domain/second-opinion/missed-happening.js';
import { alertGround } from '../domain/stories/story-ground.js';
import type { StoryVerdict } from '../domain/stories/story-verdict.js';
import { tellOfPairs } from '../incidents/incident-pairs.js';
import { levelReason } from '../incidents/level-reason.js';
import { openFromStory, SUMMARY_LENGTH } from '../incidents/open-from-story.js';
import { raiseIncident } from '../incidents/raise-incident.js';
import type { JournalRow } from '../journal/append.js';
import type { Settings } from '../settings/settings.js';
import { joinStory, putInLane, type Story } from '../stories/story-store.js';
import { publisherIndex } from '../domain/stories/publishers.js';
import { toldBy } from '../stories/told-by.js';
import { voiceOf } from '../stories/voice.js';
import type { UnjudgedArticle } from './unjudged.js';

export interface Judging {
  article: UnjudgedArticle;
  judgement: ArticleJudgement;
  now: Date;
  /** A campaign with a lowered line is in force, and the article touches it. */
  lowered: boolean;
}

/** Where an article has come to stand, with the families of its publisher and of its original source. */
export interface Placement {
  placed: { storyId: string | null; publisher: string | null; origin: string | null };
  /** Its story stands before people: the evidence is kept. */
  flagged: boolean;
  rows: JournalRow[];
}

const NOWHERE: Placement = { placed: { storyId: null, publisher: null, origin: null }, flagged: false, rows: [] };

/**
 * One article on its way from story to case: it joins or begins a story; the story raises its case, opens one, or is
 * put into a lane. What is neither a happening nor a matter of the office joins nothing, nor does what the
 * office has published itself. Needs `lockStories`.
 */
export async function judgeArticle(tx: EntityManager, settings: Settings, judging: Judging): Promise<Placement> {
  const { article, judgement, now, lowered } = judging;
  if (article.isOwn) return NOWHERE;
  const matters = judgement.isIncident || judgement.verdict.inScope || questionOf(judgement, settings) !== null;
  if (!matters && !lowered) return NOWHERE;
  const voice = voiceOf(article, publisherIndex(settings.rules.publishers));
  const story = await joinStory(tx, {
    title: article.title,
    ...toldBy(judgement, article, voice),
    publishedAt: article.publishedAt,
    detectedAt: article.fetchedAt,
    now,
    channel: article.channel,
  });
  const rows = await carryOn(tx, settings, story, judging);
  const flagged = story.incidentId !== null || story.lane !== null || rows.length > 0;
  const placed = { storyId: story.id, publisher: voice.publisher.id, origin: voice.origin?.id ?? null };
  return { placed, flagged, rows };
}

async function carryOn(tx: EntityManager, settings: Settings, story: Story, judging: Judging): Promise<JournalRow[]> {
  const { article, judgement, now } = judging;
  if (article.channel !== 'live') return openUnseen(tx, settings, story, judging);
  if (story.possibly) return tellOfPossiblySame(tx, settings, story, judging);
  if (story.incidentId) {
    const rows = await raiseIncident(tx, settings.policy, {
      incidentId: story.incidentId,
      verdict: story.verdict,
      reason: levelReason(story.verdict, settings.rules),
      risenTo: story.risenTo,
      alert: judgement.verdict.alert,
      title: judgement.isIncident ? article.title : '',
      actor: 'system:judging',
      now,
    });
    return [...rows, ...(await tellOfPairs(tx, story.incidentId, story))];
  }
  const decision = decisionOn(story, judging, settings);
  if (decision === null) return [];
  if (decision !== 'incident') return moveToLane(tx, story, decision);
  return [await open(tx, settings, story, judging)];
}

/**
 * Its figures raise nothing while it is only possibly the same. That it would have opened a case by itself the desk is told at once:
 * the case's own notices say nothing of it, and it may be another happening.
 */
async function tellOfPossiblySame(
  tx: EntityManager,
  settings: Settings,
  story: Story,
  judging: Judging,
): Promise<JournalRow[]> {
  const { id, title, incidentId, verdict, risenTo } = story;
  if (incidentId && decisionOn(story, judging, settings) === 'incident')
    await tellPossiblySame(tx, incidentId, id, judging.now);
  if (risenTo === null) return [];
  const data = { storyId: id, title, level: risenTo, facts: verdict.facts };
  return [{ kind: 'story.possibly_same', incidentId, actor: 'system:judging', data }];
}

/** The self-check's report opens its case as any other, but stands in no lane and in no row of the journal. */
async function openUnseen(tx: EntityManager, settings: Settings, story: Story, judging: Judging): Promise<[]> {
  const opens = story.incidentId === null && decisionOn(story, judging, settings) === 'incident';
  if (opens) await open(tx, settings, story, judging);
  return [];
}

/**
 * Where the second opinion asks people whether it is the office's matter, or a happening that the rules missed. It takes nothing from
 * what the rules say.
 */
function questionOf({ explanation }: ArticleJudgement, { rules, policy }: Settings): 'national' | 'triage' | null {
  if (asksWhetherOurs(explanation, rules.bureaus.scope.voteLine)) return 'triage';
  const { jurisdiction } = policy;
  const asks = asksWhetherHappening(explanation, { jurisdiction, line: rules.training.happenings.line });
  if (!asks) return null;
  return jurisdiction === 'office' ? 'triage' : 'national';
}

/** During a campaign what would be let pass, or only be looked at as another one's matter, is put before the desk. */
function decisionOn(story: Story, judging: Judging, settings: Settings): OpeningDecision {
  const decision = decisionByRules(story, judging, settings);
  return judging.lowered && decision !== 'incident' ? 'triage' : decision;
}

function decisionByRules(story: Story, { judgement }: Judging, settings: Settings): OpeningDecision {
  const decision = opensAs(story, judgement.verdict, settings);
  if (decision !== 'incident' && opensByWhatItHeld(story, judgement, settings)) return 'incident';
  if (decision === null && asksWhere(judgement.explanation.reading)) return 'national';
  // A story that the rules have graded is a happening: of that nobody needs to be asked.
  return decision ?? (story.verdict.level === null ? questionOf(judgement, settings) : null);
}

function opensAs(
  { verdict: { inScope }, firstPublishedAt, detectedAt }: Story,
  { alert, level, basis }: Pick<StoryVerdict, 'alert' | 'level' | 'basis'>,
  { policy }: Settings,
): OpeningDecision {
  return decideOpening({ alert, inScope, level, basis, firstPublishedAt, detectedAt }, policy);
}

/**
 * What was another field's matter when it was told gravest becomes the office's by a report of the happening that need not say how grave
 * it is. What is no happening may have joined it by mistake, and what a person has set aside stays there.
 */
function opensByWhatItHeld(story: Story, { isIncident }: ArticleJudgement, settings: Settings): boolean {
  const { verdict, isSetAside } = story;
  if (!isIncident || isSetAside || !verdict.inScope || verdict.alertLevel === null) return false;
  return opensAs(story, alertGround(verdict), settings) === 'incident';
}

async function open(tx: EntityManager, settings: Settings, story: Story, judging: Judging): Promise<JournalRow> {
  const { article, now } = judging;
  const opened = await openFromStory(tx, settings, story, {
    actor: 'system:judging',
    confirmed: false,
    needsAnswer: false,
    graded: null,
    notifiedAt: article.statedNotifiedAt,
    summary: cutTo(article.text, SUMMARY_LENGTH),
    now,
  });
  return opened.row;
}

/** What a person has set aside comes back only when it rises; the triage lane is left for a case alone. */
async function moveToLane(tx: EntityManager, story: Story, lane: 'national' | 'triage'): Promise<JournalRow[]> {
  if (story.lane === lane || story.lane === 'triage') return [];
  if (story.isSetAside && story.risenTo === null) return [];
  await putInLane(tx, story.id, lane);
  const { title, verdict } = story;
  return [
    {
      kind: `story.${lane}`,
      incidentId: null,
      actor: 'system:judging',
      data: { storyId: story.id, title, level: verdict.level, focus: verdict.focus, lead: verdict.lead },
    },
  ];
}
