import type { QueryClient } from '@tanstack/react-query';
import { type ParsedLocation, redirect } from '@tanstack/react-router';
import { channelsQuery } from '../api/queries.js';
import { firstPage } from '../inbox/first-page.js';
import { personOrDoor } from '../session/person-or-door.js';
import { learnChannels } from '../words/channel-word.js';

/** Without the names, channels are called by their codes: no page waits for it to be mended. */
async function nameChannels(queries: QueryClient): Promise<void> {
  const names = await queries.ensureQueryData(channelsQuery).catch(() => null);
  if (names) learnChannels(names);
}

/** Who may go on to a page behind the door, and where else to: to a new password, or to the inbox as the first page. */
export async function behindTheDoor(queries: QueryClient, location: ParsedLocation, preload: boolean): Promise<void> {
  const [person] = await Promise.all([personOrDoor(queries, location.href), nameChannels(queries)]);
  if (person.mustChangePassword) redirect({ to: '/password', throw: true });
  const isFirst = !preload && !location.state.__TSR_index;
  const first = isFirst ? firstPage(person.role, location.pathname) : null;
  if (first) redirect({ to: '/inbox', search: first, replace: true, throw: true });
}
