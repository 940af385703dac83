import { Module } from '@nestjs/common';
import { OperatorsModule } from '../operators/operators.module.js';
import { AuditLoop } from './audit-loop.js';
import { Auditor } from './auditor.js';

/** The auditor without its loop: what tests and the roles share. */
@Module({ imports: [OperatorsModule], providers: [Auditor], exports: [Auditor] })
export class AuditModule {}

/** The loop, alive in timers and workers: whichever of them is left says what the others leave undone. */
@Module({ imports: [AuditModule], providers: [AuditLoop] })
export class AuditLoopModule {}
