import { Injectable } from '@nestjs/common';
import type { Papers } from '../contract/records/papers.js';
import { fillTemplate } from '../domain/papers/papers.js';
import type { Incident } from '../incidents/incident.entity.js';
import { loadPapers, type PapersFile } from '../settings/papers-file.js';
import { Settings } from '../settings/settings.js';

const TOLL = [
  ['deaths', '遇难'],
  ['missing', '失联'],
  ['seriousInjuries', '重伤'],
  ['injuries', '受伤'],
] as const;

/** The office's templates as they begin for one case. */
@Injectable()
export class CasePapers {
  private readonly held: PapersFile;

  constructor(private readonly settings: Settings) {
    this.held = loadPapers(settings.root);
  }

  get checklist(): PapersFile['checklist'] {
    return this.held.checklist;
  }

  of(incident: Incident): Papers {
    const known = this.knownOf(incident);
    const { version, templates, elements } = this.held;
    return { version, elements, templates: templates.map((one) => ({ ...one, text: fillTemplate(one.text, known) })) };
  }

  /** Nothing that only a machine has read, the title with its figures least of all. */
  private knownOf(incident: Incident): Record<string, string | null> {
    const unit = this.settings.rules.bureaus.units.find(({ code }) => code === incident.lead);
    const confirmed = incident.status === 'confirmed';
    return {
      标题: confirmed ? incident.title : null,
      时间: occurred(incident),
      地点: confirmed ? incident.places.join('、') || null : null,
      伤亡: tollOf(incident),
      主办单位: unit?.nameZh ?? null,
    };
  }
}

/** 11月23日15时, by Beijing time, no finer than it is known; a reading that nobody has confirmed is no fact. */
function occurred({ occurredAt, occurredPrecision, occurredBy, status }: Incident): string | null {
  if (occurredAt === null || (status !== 'confirmed' && occurredBy === null)) return null;
  const beijing = new Date(occurredAt.getTime() + 8 * 3_600_000);
  const day = `${beijing.getUTCMonth() + 1}月${beijing.getUTCDate()}日`;
  if (occurredPrecision === 'day') return day;
  const hour = `${day}${beijing.getUTCHours()}时`;
  return occurredPrecision === 'minute' ? `${hour}${beijing.getUTCMinutes()}分` : hour;
}

/** What a person stated, or all figures once a person has confirmed the case. An exact figure is a fact, a bound is not. */
function tollOf({ facts, status }: Incident): string | null {
  const told = TOLL.flatMap(([metric, word]) => {
    const figure = facts[metric];
    if (!figure || figure.bound !== 'exact') return [];
    return status === 'confirmed' || figure.articleId === null ? [`${figure.value}人${word}`] : [];
  });
  return told.join('、') || null;
}
