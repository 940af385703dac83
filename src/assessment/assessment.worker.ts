import { parentPort, workerData } from 'node:worker_threads';
import type { ArticleText } from '../domain/text/article-text.js';
import { assessArticle, type AssessmentRules, prepareAssessor } from './assess-article.js';
import type { AssessedArticle, FromAssessor, ToAssessor } from './assessment-messages.js';
import { judgeOrdinary } from './ordinary-articles.js';
import { storySignature } from './story-signature.js';

/** The thread of assessments: it gets the rules as the process holds them, and answers question after question. */
const assessor = prepareAssessor(workerData as AssessmentRules);

function assessed(article: ArticleText): AssessedArticle {
  const assessment = assessArticle(article, assessor);
  return { assessment, signature: storySignature(article, assessment.reading, assessor) };
}

function answerTo(question: ToAssessor): FromAssessor {
  if ('firstLook' in question) return { firstLook: judgeOrdinary(question.firstLook, assessor) };
  try {
    return { assessed: question.assess.map(assessed) };
  } catch (fault) {
    return { fault };
  }
}

parentPort?.on('message', (question: ToAssessor) => parentPort?.postMessage(answerTo(question)));
