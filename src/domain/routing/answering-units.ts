import { unitInForce } from './in-force.js';
import type { BureauUnit } from './routing-rules.js';

/** Which unit answers for which. Items come in by days, so the answers of one day are kept until another is asked about. */
export class AnsweringUnits {
  private day: string | null = null;
  private readonly answers = new Map<string, string | null>();

  constructor(private readonly units: readonly BureauUnit[]) {}

  /** @param day YYYY-MM-DD; null: whatever day. @returns null where no unit is in force for it */
  on(day: string | null, code: string): string | null {
    if (day !== this.day) this.answers.clear();
    this.day = day;
    let answer = this.answers.get(code);
    if (answer === undefined) this.answers.set(code, (answer = unitInForce(code, this.units, day)));
    return answer;
  }
}
