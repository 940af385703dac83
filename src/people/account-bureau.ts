import { BadRequestException } from '@nestjs/common';
import { isOfBureau, type Role } from '../domain/rights.js';
import type { Settings } from '../settings/settings.js';

/** @throws BadRequestException when role and bureau do not go together */
export function bureauFor(settings: Settings, role: Role, bureau: string | null): string | null {
  if (!isOfBureau(role)) {
    if (bureau) throw new BadRequestException('只有司局账号填写 bureau · only a bureau account has a bureau');
    return null;
  }
  const known = settings.rules.bureaus.units.some((unit) => unit.code === bureau);
  if (!bureau || !known) {
    throw new BadRequestException('司局账号须填写有效的司局代码 (见 GET /bureaus) · name a bureau of GET /bureaus');
  }
  return bureau;
}
