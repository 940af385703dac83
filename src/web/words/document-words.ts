import { text, type Tell } from './tell.js';

/** The registry of policy documents, and what is asked of their drafters. */
export const documentTellings: Record<string, Tell> = {
  'document.added': ({ actor, data }, { t, person, bureau }) =>
    t('journal.document_added', { actor: person(actor), title: text(data.title), bureau: bureau(text(data.bureau)) }),
  'document.changed': ({ actor, data }, { t, person }) =>
    t('journal.document_changed', { actor: person(actor), title: text(data.title) }),
  'document.doubted': ({ data }, { t, bureau }) =>
    t('journal.document_doubted', {
      title: text(data.title),
      bureau: bureau(text(data.bureau)),
      count: typeof data.articles === 'number' ? data.articles : 0,
    }),
  'document.doubt_answered': ({ actor, data }, { t, person }) => {
    const outcome = data.outcome === 'interpreted' ? 'interpreted' : 'not_needed';
    const answer = t(`journal.doubt_answer.${outcome}`, { reason: text(data.reason) });
    return t('journal.document_doubt_answered', { actor: person(actor), title: text(data.title), answer });
  },
};
