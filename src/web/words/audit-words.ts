import type { TFunction } from 'i18next';
import { AUDIT_RULES, type AuditRule } from '../../domain/audit.js';
import { text, type Tell } from './tell.js';

const isRule = (rule: string): rule is AuditRule => (AUDIT_RULES as readonly string[]).includes(rule);

/** What a rule of the auditor says is wrong. */
export function auditWord(rule: string, t: TFunction): string {
  return isRule(rule) ? t(`audit.rule.${rule}`) : rule;
}

/** Rows about what the auditor finds. */
export const auditTellings: Record<string, Tell> = {
  'audit.found': ({ data }, { t }) => t('journal.audit_found', { what: auditWord(text(data.rule), t) }),
  'audit.gone': ({ data }, { t }) => t('journal.audit_gone', { what: auditWord(text(data.rule), t) }),
};
