import type { EntityManager } from 'typeorm';
import type { Person } from '../../contract/session.js';
import { may } from '../../domain/rights.js';
import { isAccountId } from '../../roster/address-book.js';

interface Account {
  id: string;
  name: string;
  bureau: string | null;
}

/**
 * Who was told, as one person may know it: whoever reads the journal knows everybody, a bureau its own people, anyone
 * himself. Of the others the unit is named.
 */
export class Receivers {
  private constructor(
    private readonly person: Person,
    private readonly accounts: ReadonlyMap<string, Account>,
  ) {}

  static async read(db: EntityManager, person: Person, told: readonly { recipient: string }[]): Promise<Receivers> {
    const ids = told.map((one) => one.recipient).filter(isAccountId);
    const rows = await db.query<Account[]>(
      'select id, display_name as name, bureau from account where id = any($1::uuid[])',
      [ids],
    );
    return new Receivers(person, new Map(rows.map((row) => [row.id, row])));
  }

  of(recipient: string): { name: string | null; unit: string | null } {
    const account = this.accounts.get(recipient);
    if (!account) return { name: null, unit: isAccountId(recipient) ? null : recipient };
    return { name: this.known(recipient) ? account.name : null, unit: account.bureau };
  }

  known(recipient: string): boolean {
    const { id, role, bureau } = this.person;
    if (recipient === id || may(role, 'journal.read')) return true;
    return bureau !== null && (this.accounts.get(recipient)?.bureau ?? recipient) === bureau;
  }
}
