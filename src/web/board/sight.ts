import type { BlindCause, Calm } from '../../contract/calm.js';
import type { Say } from '../clock/countdown.js';
import type { BoardState } from './board-state.js';
import type { Signal } from './signal.js';

/** What an empty board may say of itself. `unknown`: the server has not been heard just now, or entries were missed. */
export type Sight = 'seeing' | 'blind' | 'unknown';

/** Quiet is said only on the server's word that is fresh and whole; blindness is believed until it is taken back. */
export function sightOf({ calm, seq, gap }: Pick<BoardState, 'calm' | 'seq' | 'gap'>, signal: Signal): Sight {
  if (calm !== null && !calm.seeing) return 'blind';
  return calm === null || seq === null || gap || signal.state !== 'live' ? 'unknown' : 'seeing';
}

const NAMED = 3;
const ORDER: readonly BlindCause[] = ['no_core_source', 'source', 'judging', 'canary'];

/** `人民网·时政、新华网 自 09:12 起超时未读成；研判积压 自 09:20 起`: each cause once, since its earliest. */
export function blindWords(calm: Calm, say: Say, timeOf: (iso: string) => string): string {
  const words = (cause: BlindCause): string[] => {
    const first = calm.causes.find((one) => one.cause === cause);
    if (!first) return [];
    const names = cause === 'source' ? sourceNames(calm, say) : '';
    return [say(`calm.cause.${cause}`, { time: timeOf(first.since), names })];
  };
  return ORDER.flatMap(words).join(say('calm.join'));
}

/** The first few by name, the others by their number; the board is not told all by name. */
function sourceNames({ causes, causeCount }: Calm, say: Say): string {
  const told = causes.filter(({ cause }) => cause === 'source');
  const count = causeCount - (causes.length - told.length);
  const names = told
    .slice(0, NAMED)
    .map(({ name }) => name ?? '')
    .join(say('list.comma'));
  return count > NAMED ? say('calm.andAll', { names, count }) : names;
}
