import { z } from 'zod';

/** An instant as it travels: ISO 8601, UTC, with `Z`. */
export const instant = z.iso.datetime().meta({ description: 'ISO 8601, UTC' });

/** An instant a person or another system states; whatever its offset, it is read as the moment it names. */
export const statedInstant = z.iso
  .datetime({ offset: true })
  .meta({ description: 'ISO 8601 with offset or Z, e.g. 2026-11-22T14:05:09+08:00' });

export const uuid = z.uuid();
