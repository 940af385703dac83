import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { Allow, CurrentPerson, SignedIn } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import type { Person } from '../../contract/session.js';
import {
  type ChangeWay,
  changeWay,
  type ChannelNames,
  type NewWay,
  type ProveWay,
  proveWay,
} from '../../contract/way.js';
import { CHANNELS } from '../../channels/channels.js';
import { statedWay } from '../../channels/stated-way.js';
import { WayChanges } from './way-changes.js';
import { WayProof } from './way-proof.js';

/** How people are reached: each states his own ways. */
@Controller()
export class WaysController {
  constructor(
    private readonly changes: WayChanges,
    private readonly proof: WayProof,
  ) {}

  /** Notices, receipts and the journal name channels: everyone reads what they are called. */
  @Get('channels')
  @SignedIn()
  names(): ChannelNames {
    return { items: CHANNELS.map(({ name, words, content }) => ({ name, ...words, content })) };
  }

  @Get('ways')
  @Allow('way.read')
  async all() {
    return { items: await this.changes.all() };
  }

  @Get('me/ways')
  @Allow('way.own')
  own(@CurrentPerson() person: Person) {
    return this.changes.own(person);
  }

  @Post('me/ways')
  @Allow('way.own')
  add(@Body(new ZodPipe(statedWay)) wanted: NewWay, @CurrentPerson() by: Person) {
    return this.changes.add(by, wanted);
  }

  @Post('me/ways/prove')
  @HttpCode(200)
  @Allow('way.own')
  prove(@Body(new ZodPipe(proveWay)) { proof }: ProveWay, @CurrentPerson() by: Person) {
    return this.proof.prove(by, proof);
  }

  @Patch('me/ways/:id')
  @Allow('way.own')
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(changeWay)) wish: ChangeWay,
    @CurrentPerson() by: Person,
  ) {
    return this.changes.change(by, id, wish);
  }

  @Post('me/ways/:id/test')
  @HttpCode(200)
  @Allow('way.own')
  test(@Param('id', ParseUUIDPipe) id: string, @CurrentPerson() by: Person) {
    return this.proof.test(by, id);
  }
}
