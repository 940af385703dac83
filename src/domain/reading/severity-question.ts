import type { Circumstances } from './circumstances/circumstances.js';
import type { Facts } from './facts.js';

/** What grading asks of one article. */
export interface GradeQuestion {
  facts: Facts;
  /** Kinds of the severity tables that grade this happening; empty: the reference lines alone. */
  tables: readonly string[];
  /** The day by which rows are in force, `2024-05-01`; null: rows in force now (without `validTo`). */
  day: string | null;
  /** Magnitude may give a first guess (初判): fresh news of the place hit, not of a shock felt elsewhere. */
  initial: boolean;
  /** Someone was hurt, said without a number. */
  hurt: boolean;
  circumstances: Circumstances;
}
