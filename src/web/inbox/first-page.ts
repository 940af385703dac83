import { isOfBureau, type Role } from '../../domain/rights.js';
import type { InboxSearch } from './inbox-search.js';

const CASE = /^\/incidents\/([0-9a-f-]{36})\/?$/;

/**
 * Where a person of a bureau begins: the inbox, and with the link of a notice the card of its case there. Null: at the address
 * itself, as everybody else. It is asked of the first page alone: from there every page can be reached.
 */
export function firstPage(role: Role, pathname: string): InboxSearch | null {
  if (!isOfBureau(role)) return null;
  if (pathname === '/') return {};
  const id = CASE.exec(pathname)?.[1];
  return id === undefined ? null : { case: id };
}
