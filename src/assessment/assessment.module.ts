import { Module } from '@nestjs/common';
import { ArticleAssessor } from './article-assessor.js';

@Module({ providers: [ArticleAssessor], exports: [ArticleAssessor] })
export class AssessmentModule {}
