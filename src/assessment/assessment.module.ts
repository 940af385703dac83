import { Module } from '@nestjs/common';
import { Settings } from '../settings/settings.js';
import { ArticleAssessor } from './article-assessor.js';
import { AssessmentThread } from './assessment-thread.js';
import { CurrentRules } from './current-rules.js';

const thread = {
  provide: AssessmentThread,
  inject: [Settings, CurrentRules],
  useFactory: ({ built }: Settings, current: CurrentRules) =>
    built === null ? null : new AssessmentThread(built, current),
};

@Module({
  providers: [CurrentRules, thread, ArticleAssessor],
  exports: [CurrentRules, AssessmentThread, ArticleAssessor],
})
export class AssessmentModule {}
