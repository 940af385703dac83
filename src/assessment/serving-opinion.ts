import { HashedBayes } from '../domain/second-opinion/hashed-bayes.js';
import type { Training } from '../domain/second-opinion/second-opinion.js';

/** The one that serves. `npm run bench -- classifier` compares it with `NaturalOpinion`. */
export const SERVING: Training = (examples) => new HashedBayes(examples);
