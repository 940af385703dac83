import { BadRequestException } from '@nestjs/common';
import { isInForce, officeDay } from '../domain/routing/in-force.js';
import { isOfBureau, type Role } from '../domain/rights.js';
import type { BureauUnit } from '../domain/routing/routing-rules.js';

/**
 * The unit that an account of this role gets.
 * @throws BadRequestException when role and bureau do not go together, or the bureau does not answer on the day of `now`
 */
export function bureauFor(units: readonly BureauUnit[], role: Role, bureau: string | null, now: Date): string | null {
  if (!isOfBureau(role)) {
    if (bureau) throw new BadRequestException('只有司局账号填写 bureau · only a bureau account has a bureau');
    return null;
  }
  const unit = units.find(({ code }) => code === bureau);
  if (!unit) {
    throw new BadRequestException('司局账号须填写有效的司局代码 (见 GET /bureaus) · name a bureau of GET /bureaus');
  }
  if (!isInForce(unit, officeDay(now))) throw new BadRequestException(outOfForce(unit, units));
  return unit.code;
}

/** The last day of the account's unit where that day is over, YYYY-MM-DD. */
export function endOfBureau(units: readonly BureauUnit[], bureau: string | null, now: Date): string | null {
  const day = officeDay(now);
  const last = units.find(({ code }) => code === bureau)?.validTo;
  return last !== undefined && day !== null && last < day ? last : null;
}

/** Which unit does not answer, since or until when, and who answers instead. */
function outOfForce(
  { nameZh, nameEn, validFrom, validTo, successor }: BureauUnit,
  units: readonly BureauUnit[],
): string {
  const next = units.find(({ code }) => code === successor);
  const zh = next ? `,其职责现由${next.nameZh}承担,请改选` : ',请改选现有司局';
  const en = next ? `, its matters are now those of ${next.nameEn}: name that` : ': name one that answers';
  const [zhDays, enDays] = validTo
    ? [`至 ${validTo} 止`, `until ${validTo}`]
    : [`自 ${validFrom} 起`, `from ${validFrom}`];
  return `${nameZh}(${zhDays})不在有效期内${zh} · ${nameEn} answers ${enDays} only${en}`;
}
