import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get } from '@nestjs/common';
import { openApi } from '../contract/openapi.js';
import { Settings } from '../settings/settings.js';
import { Public } from './allow.js';

/** The description of the HTTP interface, for people and for programs that generate clients. */
@Controller('api/openapi.json')
export class OpenApiController {
  private readonly document: object;

  constructor(settings: Settings) {
    const { version } = JSON.parse(readFileSync(join(settings.root, 'package.json'), 'utf8')) as { version: string };
    this.document = openApi(version);
  }

  @Get()
  @Public()
  read(): object {
    return this.document;
  }
}
