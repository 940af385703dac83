import { Module } from '@nestjs/common';
import { Channels } from '../../notices/channels.js';
import { Operators } from './operators.js';

@Module({ providers: [Operators, Channels], exports: [Operators] })
export class OperatorsModule {}
