import { text, type Tell } from './tell.js';

/** Rows about the policy in force. */
export const policyTellings: Record<string, Tell> = {
  'policy.taken': ({ data }, { t }) => t('journal.policy_taken', { version: text(data.version) }),
  'policy.refused': ({ data }, { t }) =>
    t('journal.policy_refused', {
      version: text(data.version),
      faults: Array.isArray(data.faults) ? data.faults.map(text).join(';') : '',
    }),
};
