/**
 * Roles: 值班员, 研判员, 司局联络员, 司局负责人, 领导(只读), 人事司(问责), 审计, 管理员 (方案 三(三)3 and 三(五): who answers, who is
 * asked why, who looks at both).
 */
export type Role =
  | 'administrator'
  | 'duty_officer'
  | 'analyst'
  | 'bureau_officer'
  | 'bureau_head'
  | 'leadership'
  | 'accountability'
  | 'auditor';

export const ROLES: readonly Role[] = [
  'administrator',
  'duty_officer',
  'analyst',
  'bureau_officer',
  'bureau_head',
  'leadership',
  'accountability',
  'auditor',
];

/** Those who belong to a bureau and see its cases only. */
const OF_BUREAU: readonly Role[] = ['bureau_officer', 'bureau_head'];
/** The desk of the press office; in a small office the administrator sits at it too. */
const DESK = ['administrator', 'duty_officer'] as const;
/** Those who study what was collected. */
const STUDY = [...DESK, 'analyst'] as const;
const BUREAU = ['bureau_officer', 'bureau_head'] as const;
/** Those who look on and change nothing. */
const WATCH = ['leadership', 'auditor'] as const;

/** Who may do what: the one table that HTTP, sockets and exports obey. */
const RIGHTS = {
  'board.read': ROLES,
  'incident.open': DESK,
  /** Taking the register of cases away as a file, each as far as one sees it. */
  'incident.export': ROLES,
  'incident.acknowledge': [...DESK, ...BUREAU],
  /** Giving a case of one's bureau to a colleague, and sending it back to the desk. */
  'incident.hand_over': BUREAU,
  'incident.return': BUREAU,
  'incident.confirm': DESK,
  'incident.dismiss': DESK,
  'incident.grade': DESK,
  'incident.assign': DESK,
  'incident.correct_start': DESK,
  'incident.restrict': DESK,
  'incident.prioritise': DESK,
  'incident.end_follow_up': DESK,
  /** Asking leadership to waive one duty, and deciding it. */
  'incident.ask_waiver': DESK,
  'incident.waive': ['leadership'],
  /** Deciding what waits for a second person; what one may decide follows from its kind (`DECIDED_BY`). */
  'incident.second_person': [...DESK, ...BUREAU, 'leadership'],
  /** 补录: a publication before the limit that was recorded after it. */
  'evidence.confirm_late': DESK,
  /** Whether what our own channel published answers a case. */
  'evidence.own_release': DESK,
  'evidence.record': [...DESK, ...BUREAU],
  /** Putting anything on record of a case; which kind, `RECORD_RIGHTS` says by the four below. */
  'record.make': [...DESK, ...BUREAU, 'leadership'],
  'record.coordinate': DESK,
  'record.answer': [...DESK, ...BUREAU],
  'record.review': [...DESK, 'bureau_head'],
  'record.sign': [...DESK, 'bureau_head', 'leadership'],
  /** 办结、归档、恢复办理. */
  'incident.close': DESK,
  /** 保全: personal data of the case are kept beyond their time. */
  'incident.hold': ['administrator', 'leadership', 'auditor'],
  'personal_data.read': ['administrator', 'leadership', 'auditor'],
  'story.read': [...STUDY, ...WATCH],
  'story.accept': DESK,
  'story.group': STUDY,
  'story.set_aside': DESK,
  'source.read': [...STUDY, ...WATCH],
  'source.write': STUDY,
  'document.read': ROLES,
  'document.edit': STUDY,
  /** 解读已发布、不需要: for the drafter, of its own documents. */
  'document.answer': [...DESK, ...BUREAU],
  'archive.read': [...STUDY, ...WATCH],
  'intake.manage': ['administrator'],
  'report.manual': [...STUDY, ...BUREAU],
  'report.response_times': [...STUDY, ...WATCH, 'accountability'],
  'journal.read': [...DESK, ...WATCH, 'accountability'],
  /** Taking daily anchors away, to deposit them elsewhere. */
  'journal.anchor': ['administrator', 'auditor'],
  'campaign.read': [...STUDY, ...WATCH],
  'campaign.edit': DESK,
  'roster.read': ROLES,
  'roster.edit': [...DESK, 'bureau_head'],
  'roster.hand_over': DESK,
  /** What the auditor finds wrong with the engine itself. */
  'engine.read': DESK,
  'way.own': ROLES,
  'way.read': ['administrator'],
  'account.read': ['administrator', 'auditor'],
  'account.manage': ['administrator'],
  /** What is switched for everybody, such as the watermark. */
  'office.set': ['administrator'],
  /** Which screens on a wall may show the wall's picture. */
  'wall.manage': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof RIGHTS;
export const ALL_RIGHTS = Object.keys(RIGHTS) as Right[];

export function may(role: Role, right: Right): boolean {
  return (RIGHTS[right] as readonly Role[]).includes(role);
}

/** Whether accounts of this role belong to a bureau. */
export function isOfBureau(role: Role): boolean {
  return OF_BUREAU.includes(role);
}

/** 签收: the desk, and of the bureaus the one that leads. */
export function mayAcknowledge(
  { role, bureau }: Pick<Viewer, 'role' | 'bureau'>,
  { lead }: Pick<Viewed, 'lead'>,
): boolean {
  return may(role, 'incident.acknowledge') && (!isOfBureau(role) || bureau === lead);
}

/** What of a person, and what of a case, decides whether the one may see the other. */
export interface Viewer {
  id: string;
  role: Role;
  bureau: string | null;
}
export interface Viewed {
  lead: string;
  co: readonly string[];
  /** Account ids; null: the case is not restricted. */
  restrictedTo: readonly string[] | null;
}

/**
 * A restricted matter (限知) is seen by the named, whoever they are, and by nobody else. Of the others a bureau sees the
 * cases it leads or joins; everyone else with `board.read` sees all.
 */
export function maySee(person: Viewer, incident: Viewed): boolean {
  if (incident.restrictedTo !== null) return incident.restrictedTo.includes(person.id);
  if (!isOfBureau(person.role)) return true;
  return person.bureau !== null && (incident.lead === person.bureau || incident.co.includes(person.bureau));
}
