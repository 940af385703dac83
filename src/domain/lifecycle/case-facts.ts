import type { Level } from '../level.js';
import type { Where } from './stage.js';

/** How one duty of the case stands, as far as closing it asks. */
export interface DutyFact {
  kind: string;
  standing: 'running' | 'met' | 'missed' | 'waived';
  /** The bureau has stated why it was missed. */
  reasonGiven: boolean;
}

/** What the guards look at: the case and its records at one instant. */
export interface CaseFacts {
  stage: Where;
  level: Level | null;
  /** Codes of the units that join the lead. */
  co: readonly string[];
  consulted: boolean;
  /** 分类处置 of the newest assessment sheet. */
  disposition: string | null;
  assigned: boolean;
  acknowledged: boolean;
  /** Number of the newest draft; 0: none yet. */
  draft: number;
  /** The newest draft was passed by the secrecy review. */
  secrecyPassed: boolean;
  /** Units that have agreed to the newest draft (会签). */
  coSigned: readonly string[];
  /** Signatures that the newest draft still needs; 0: it has been signed off. */
  signaturesLeft: number;
  /** Authoritative releases that have been published. */
  releases: number;
  duties: readonly DutyFact[];
  evaluated: boolean;
}
