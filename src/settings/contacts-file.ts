import { z } from 'zod';
import { byChannel } from '../channels/channels.js';
import type { Contacts } from '../domain/channels.js';

/** Addresses of a shared mailbox, by channel. */
export const contactsShape = z.strictObject(
  byChannel(({ address }) => address.optional()),
) satisfies z.ZodType<Contacts>;
