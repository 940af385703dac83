import { parentPort, workerData } from 'node:worker_threads';
import type { ArticleText } from '../domain/text/article-text.js';
import { type AssessmentRules, prepareAssessor } from './assess-article.js';
import { judgeOrdinary } from './ordinary-articles.js';

/** The thread of first readings: it gets the rules as the process holds them, and answers batch after batch. */
const assessor = prepareAssessor(workerData as AssessmentRules);

parentPort?.on('message', (articles: ArticleText[]) => parentPort?.postMessage(judgeOrdinary(articles, assessor)));
