import { parentPort } from 'node:worker_threads';
import type { NewArticle } from '../article-identity.js';
import { readBody } from './read-body.js';
import { type FromReader, piecesOf, type ToReader } from './reader-messages.js';

/** A reader thread: reads one body after the other, and hands each reading out piece by piece as it is asked. */
let pieces: NewArticle[][] = [];

function answerTo(message: ToReader): FromReader {
  if (message === 'more') return pieces.shift() ?? [];
  const reading = readBody(message.read, message.now);
  if (reading.outcome !== 'ok') return reading;
  const { articles, ...feed } = reading;
  pieces = piecesOf(articles);
  return { feed, pieces: pieces.length };
}

parentPort?.on('message', (message: ToReader) => parentPort?.postMessage(answerTo(message)));
