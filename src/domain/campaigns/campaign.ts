/** 专项 as it stands: a window, what it looks for, and how closely. Instants are ms since 1970, UTC. */
export interface CampaignScope {
  startsAt: Date;
  endsAt: Date;
  /** When it was called off; it never began. */
  calledOffAt?: Date | null;
  words: readonly string[];
  sources: readonly string[];
}

export type CampaignPhase = 'ahead' | 'running' | 'over' | 'called_off';

type Window = Pick<CampaignScope, 'startsAt' | 'endsAt' | 'calledOffAt'>;

/** The window is [start, end): the instant of its end is no longer in it. */
export function phaseOf({ startsAt, endsAt, calledOffAt }: Window, at: Date): CampaignPhase {
  if (calledOffAt) return 'called_off';
  if (at < startsAt) return 'ahead';
  return at < endsAt ? 'running' : 'over';
}

/** What a campaign may be about. `at`: its publication, or else when it was found. */
export interface Seen {
  title: string;
  text: string;
  source: string | null;
  at: Date;
}

/** Within the window, and of one of its sources or with one of its words. */
export function touches(campaign: CampaignScope, { title, text, source, at }: Seen): boolean {
  if (phaseOf(campaign, at) !== 'running') return false;
  if (source !== null && campaign.sources.includes(source)) return true;
  const said = `${title}\n${text}`.toLowerCase();
  return campaign.words.some((word) => said.includes(word.toLowerCase()));
}
