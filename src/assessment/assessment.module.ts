import { Module } from '@nestjs/common';
import { RegistryModule } from '../bureaus/documents/registry.module.js';
import { Settings } from '../settings/settings.js';
import { ArticleAssessor } from './article-assessor.js';
import { AssessmentThread } from './assessment-thread.js';
import { CurrentRules } from './current-rules.js';
import { DecidedTitles } from './decided-titles.js';
import { RegistryWatch } from './registry-watch.js';

const thread = {
  provide: AssessmentThread,
  inject: [Settings, CurrentRules],
  useFactory: ({ built }: Settings, current: CurrentRules) =>
    built === null ? null : new AssessmentThread(built, current),
};

@Module({
  imports: [RegistryModule],
  providers: [CurrentRules, thread, ArticleAssessor, RegistryWatch, DecidedTitles],
  exports: [CurrentRules, AssessmentThread, ArticleAssessor],
})
export class AssessmentModule {}
