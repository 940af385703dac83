import { Controller, Get } from '@nestjs/common';
import { Allow } from '../access/allow.js';
import { Settings } from '../settings/settings.js';

@Controller('bureaus')
export class BureausController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @Allow('board.read')
  list() {
    return {
      items: this.settings.rules.bureaus.units.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn })),
    };
  }
}
