import { phaseOf } from './campaign.js';

const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;

interface Window {
  startsAt: Date;
  endsAt: Date;
  calledOffAt?: Date | null;
  /** `HH:MM` in Beijing. */
  digestTime: string;
}

/** The instant of a day's digest; `day` is `YYYY-MM-DD` in Beijing. */
export const digestAt = (day: string, time: string): Date => new Date(`${day}T${time}:00+08:00`);

const dayOf = (at: Date): number => Math.floor((at.getTime() + BEIJING_MS) / DAY_MS);

/** What a campaign has come to by now, oldest first: `begin`, a day for each digest within the window, `end`. */
export function campaignPeriods(campaign: Window, now: Date): string[] {
  const phase = phaseOf(campaign, now);
  if (phase === 'ahead' || phase === 'called_off') return [];
  const { startsAt, endsAt, digestTime } = campaign;
  const until = now < endsAt ? now : endsAt;
  const days = Array.from({ length: dayOf(until) - dayOf(startsAt) + 1 }, (_, index) =>
    new Date((dayOf(startsAt) + index) * DAY_MS).toISOString().slice(0, 10),
  ).filter((day) => digestAt(day, digestTime) > startsAt && digestAt(day, digestTime) <= until);
  return ['begin', ...days, ...(phase === 'over' ? ['end'] : [])];
}
