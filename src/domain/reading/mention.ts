import type { CasualtyRole } from '../text/compiled-lexicon.js';
import type { PersonCount } from './person-counts.js';

/** One thing said of persons: so many dead, missing, hurt. `count` null: said without a number, or said to be none. */
export interface Mention {
  role: CasualtyRole;
  count: PersonCount | null;
  value: number;
  /** Zero said in words: 无人员伤亡. */
  none: boolean;
  /** Persons said without a number (司机受伤, 母子溺亡), or with one that is of the dead and the missing together. */
  implied: boolean;
  partial: boolean;
  /** The number stands behind its word: 死亡6人. */
  behind: boolean;
  start: number;
  end: number;
  sentence: number;
}
