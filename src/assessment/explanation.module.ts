import { Module } from '@nestjs/common';
import { ArticleExplainer } from './article-explainer.js';
import { AssessmentModule } from './assessment.module.js';
import { ExplanationController } from './explanation.controller.js';

@Module({ imports: [AssessmentModule], controllers: [ExplanationController], providers: [ArticleExplainer] })
export class ExplanationModule {}
