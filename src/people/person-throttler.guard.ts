import { createHash } from 'node:crypto';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import { personOf } from '../access/principal.js';

const MINUTE_MS = 60_000;
const PER_PERSON = 1_200;
const PER_ADDRESS = 300;

/** One limit for all routes together: a signed-in person, or an address while nobody is signed in. */
export const THROTTLERS = [{ ttl: MINUTE_MS, limit: limitOf }];

function limitOf(context: ExecutionContext): number {
  return personOf(context.switchToHttp().getRequest()) ? PER_PERSON : PER_ADDRESS;
}

/** Stands after the guard that notes the person. Sockets are not counted. */
@Injectable()
export class PersonThrottlerGuard extends ThrottlerGuard {
  protected override async shouldSkip(context: ExecutionContext): Promise<boolean> {
    return context.getType() !== 'http';
  }

  protected override async getTracker(request: Parameters<ThrottlerGuard['getTracker']>[0]): Promise<string> {
    return personOf(request as never)?.id ?? super.getTracker(request);
  }

  protected override generateKey(_: ExecutionContext, tracker: string, name: string): string {
    return createHash('sha256').update(`${name} ${tracker}`).digest('hex');
  }
}
