import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Allow, CurrentPerson } from '../access/allow.js';
import type { ArticleExplanation } from '../contract/explanation.js';
import type { Person } from '../contract/session.js';
import { ArticleExplainer } from './article-explainer.js';

/** 研判依据: why an article was judged as it was. */
@Controller('articles')
export class ExplanationController {
  constructor(private readonly explainer: ArticleExplainer) {}

  @Get(':id/explanation')
  @Allow('board.read')
  explanation(@CurrentPerson() person: Person, @Param('id', ParseUUIDPipe) id: string): Promise<ArticleExplanation> {
    return this.explainer.explained(person, id);
  }
}
