import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ADMISSION, type Admission } from '../access/allow.js';
import type { PersonRequest } from '../access/principal.js';
import { PROBLEM_TYPES } from '../contract/problem-types.js';
import type { Person } from '../contract/session.js';
import { may } from '../domain/rights.js';
import { AccountsService } from './accounts.service.js';
import { wallSecretOf } from './walls/wall-cookie.js';
import { WallEntry } from './walls/wall-entry.js';

/**
 * Lets a request through when its route is open to the person who makes it. A route that names nobody is closed to all.
 * The account is read each time, so that disabling it or changing its role takes effect at once. Sockets are checked
 * where they connect.
 */
@Injectable()
export class PeopleGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly accounts: AccountsService,
    private readonly walls: WallEntry,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const places = [context.getHandler(), context.getClass()];
    const admission = this.reflector.getAllAndOverride<Admission | undefined>(ADMISSION, places);
    const request = context.switchToHttp().getRequest<PersonRequest>();
    if (admission === 'public') return true;
    if (admission === 'wall') {
      request.wall = await this.walls.wallBehind(wallSecretOf(request));
      return true;
    }
    const person = await this.identify(request);
    if (!person) throw new UnauthorizedException();
    request.person = person;
    if (admission === 'signed_in') return true;
    if (person.mustChangePassword) throw mustChangePassword();
    if (!admission || !may(person.role, admission)) throw new ForbiddenException();
    return true;
  }

  private async identify(request: PersonRequest): Promise<Person | null> {
    const { accountId, role, epoch } = request.session ?? {};
    if (!accountId || !role) return null;
    return this.accounts.present(accountId, role, epoch ?? 0);
  }
}

function mustChangePassword(): ForbiddenException {
  return new ForbiddenException({
    message: '请先修改初始密码 (POST /api/v1/session/password) · change the first password before anything else',
    type: PROBLEM_TYPES.mustChangePassword,
  });
}
