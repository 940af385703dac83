import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { problemOf, PROBLEM_TYPE } from './problem.js';

/** Answers every failed HTTP request with problem details (RFC 9457). Unexpected errors are logged, never shown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') {
      this.logger.error('实时连接处理失败 · a socket message failed', stackOf(exception));
      return;
    }
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(exception);
    if (isUnexpected(exception)) this.report(exception, request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  }

  private report(exception: unknown, request: Request): void {
    this.logger.error(`${request.method} ${request.path} 失败 · failed`, stackOf(exception));
  }
}

function stackOf(exception: unknown): string {
  return exception instanceof Error ? (exception.stack ?? exception.message) : String(exception);
}

function isUnexpected(exception: unknown): boolean {
  return !(exception instanceof HttpException) || (exception.getStatus() >= 500 && exception.getStatus() !== 503);
}
