/** Who may do what: the one table that HTTP, sockets and exports obey. */
export type Role = 'administrator' | 'press_office' | 'bureau' | 'leadership';

export const ROLES: readonly Role[] = ['administrator', 'press_office', 'bureau', 'leadership'];

const RIGHTS = {
  'board.read': ['administrator', 'press_office', 'bureau', 'leadership'],
  'incident.open': ['administrator', 'press_office'],
  'incident.acknowledge': ['administrator', 'press_office', 'bureau'],
  'incident.confirm': ['administrator', 'press_office'],
  'incident.dismiss': ['administrator', 'press_office'],
  'incident.grade': ['administrator', 'press_office'],
  'incident.assign': ['administrator', 'press_office'],
  'evidence.record': ['administrator', 'press_office', 'bureau'],
  'story.read': ['administrator', 'press_office', 'leadership'],
  'story.accept': ['administrator', 'press_office'],
  'story.group': ['administrator', 'press_office'],
  'story.set_aside': ['administrator', 'press_office'],
  'source.read': ['administrator', 'press_office', 'leadership'],
  'source.write': ['administrator', 'press_office'],
  'document.read': ['administrator', 'press_office', 'bureau', 'leadership'],
  'document.edit': ['administrator', 'press_office'],
  'archive.read': ['administrator', 'press_office', 'leadership'],
  'intake.manage': ['administrator'],
  'report.manual': ['administrator', 'press_office', 'bureau'],
  'report.response_times': ['administrator', 'press_office', 'leadership'],
  'journal.read': ['administrator', 'press_office', 'leadership'],
  'account.manage': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof RIGHTS;
export const ALL_RIGHTS = Object.keys(RIGHTS) as Right[];

export function may(role: Role, right: Right): boolean {
  return (RIGHTS[right] as readonly Role[]).includes(role);
}

/** A bureau sees the cases it leads or joins; everyone else with `board.read` sees all. */
export function maySee(
  person: { role: Role; bureau: string | null },
  incident: { lead: string; co: string[] },
): boolean {
  if (person.role !== 'bureau') return true;
  return person.bureau !== null && (incident.lead === person.bureau || incident.co.includes(person.bureau));
}
