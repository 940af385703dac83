import { Injectable } from '@nestjs/common';
import { StorySplitting } from './split-story.js';
import { FigureStating } from './state-figure.js';
import { StoryMoves } from './story-moves.js';

/** All that people decide about stories. */
@Injectable()
export class StoryGroups {
  constructor(
    readonly moves: StoryMoves,
    readonly splitting: StorySplitting,
    readonly figures: FigureStating,
  ) {}
}
