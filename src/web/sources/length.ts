import { spelled, type Say } from '../clock/countdown.js';

/** A length in seconds as feeds are timed: seconds below two minutes (`45秒`), then minutes, hours, days. */
export function lengthWords(seconds: number, say: Say): string {
  if (seconds < 120) return say('source.seconds', { s: Math.round(seconds) });
  const hours = seconds / 3600;
  if (seconds % 3600 < 60 && hours < 48) return say('source.hours', { h: Math.floor(hours) });
  if (hours >= 48 && hours % 24 < 1) return say('source.days', { d: Math.floor(hours / 24) });
  return spelled(seconds * 1000, say);
}
