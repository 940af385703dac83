import type { BureauUnit } from './routing-rules.js';

/** The days on which something counts, first and last included; null or left out: without bound. */
export interface Validity {
  validFrom?: string | null | undefined;
  validTo?: string | null | undefined;
}

/** @param day YYYY-MM-DD; null: whatever day */
export function isInForce({ validFrom, validTo }: Validity, day: string | null): boolean {
  if (day === null) return true;
  return (!validFrom || validFrom <= day) && (!validTo || day <= validTo);
}

const OFFICE_TIME_MS = 8 * 3_600_000;
/** 0001-01-01 and the end of 9999-12-31. */
const FIRST_MS = -62_135_596_800_000;
const END_MS = 253_402_300_800_000;
const DATE_LENGTH = 10;

/** The day by 北京时间, YYYY-MM-DD; null for an instant that is none, or lies outside the years 1 to 9999. */
export function officeDay(at: Date): string | null {
  const there = at.getTime() + OFFICE_TIME_MS;
  return there >= FIRST_MS && there < END_MS ? new Date(there).toISOString().slice(0, DATE_LENGTH) : null;
}

/** The units that answer on the day of this instant: to them, and to no other, something can be assigned. */
export function unitsInForce(units: readonly BureauUnit[], at: Date): BureauUnit[] {
  const day = officeDay(at);
  return units.filter((unit) => isInForce(unit, day));
}

/**
 * Which unit answers on a day for what the file gives to another: an ended one hands over to its successor, that one to the next.
 * @returns null where none is in force
 */
export function unitInForce(code: string, units: readonly BureauUnit[], day: string | null): string | null {
  const seen = new Set<string>();
  for (let next: string | undefined = code; next !== undefined && !seen.has(next);) {
    seen.add(next);
    const unit = units.find((one) => one.code === next);
    if (unit && isInForce(unit, day)) return unit.code;
    next = unit?.successor;
  }
  return null;
}
