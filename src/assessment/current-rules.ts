import { Injectable } from '@nestjs/common';
import type { Policy } from '../domain/clocks/policy.js';
import { Settings } from '../settings/settings.js';
import type { AssessmentRules } from './assess-article.js';

/**
 * What articles are judged by at this moment: the rule files, and the parts of it that people may change while the process
 * runs. A change makes a new object; whoever made something of the old one compares the two and makes it anew.
 */
@Injectable()
export class CurrentRules {
  private held: AssessmentRules;
  /** Which levels start clocks; it does not change while the process runs. */
  readonly policy: Policy;

  constructor({ rules, policy }: Settings) {
    this.held = rules;
    this.policy = policy;
  }

  get rules(): AssessmentRules {
    return this.held;
  }

  /** From the next article on, in every thread of this process. */
  change(parts: Partial<AssessmentRules>): void {
    this.held = { ...this.held, ...parts };
  }
}
