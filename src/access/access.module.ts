import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { OpenApiController } from './openapi.controller.js';
import { ProblemFilter } from './problem.filter.js';

/** The guard stands in people, which knows the accounts. */
@Module({ controllers: [OpenApiController], providers: [{ provide: APP_FILTER, useClass: ProblemFilter }] })
export class AccessModule {}
