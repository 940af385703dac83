import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '../board/board-context.js';
import { Mark } from '../marks/mark.js';
import { usePerson } from '../session/person.js';
import { useNamePage } from '../shell/page-name.js';
import { actsOf, InboxCard } from './inbox-card.js';
import { type InboxCase, useInboxCases } from './inbox-cases.js';
import type { Act } from './inbox-search.js';
import { InboxSheet } from './inbox-sheet.js';
import '../styles/inbox.css';
import '../styles/work.css';

const isOpen = ({ asked }: InboxCase): boolean => asked !== 'wait';

function Filter({ sent, cases }: { sent: boolean; cases: readonly InboxCase[] }) {
  const { t } = useTranslation();
  const open = cases.filter(isOpen).length;
  return (
    <nav className="inbox-filter" aria-label={t('inbox.filter')}>
      <Link to="/inbox" search={{}} activeOptions={{ exact: true }} aria-current={sent ? undefined : 'true'}>
        {t('inbox.open')} <b>{open}</b>
      </Link>
      <Link
        to="/inbox"
        search={{ show: 'sent' }}
        activeOptions={{ exact: true }}
        aria-current={sent ? 'true' : undefined}
      >
        {t('inbox.sent')} <b>{cases.length - open}</b>
      </Link>
    </nav>
  );
}

function Empty({ sent }: { sent: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <Mark size={40} />
      <p className="empty-title">{t(sent ? 'inbox.emptySent' : 'inbox.empty')}</p>
      <p>{t(sent ? 'inbox.emptySentHint' : 'inbox.emptyHint')}</p>
    </div>
  );
}

/** Which sheet stands open: the one the address names, or where a link has led to an unsigned case, that of signing. */
function openAct(one: InboxCase | undefined, bureau: string, act: Act | undefined): Act | null {
  if (!one) return null;
  if (act === undefined) return one.asked === 'sign' ? 'take' : null;
  return actsOf(one, bureau).includes(act) ? act : null;
}

interface Opened {
  key: string;
  one: InboxCase;
  act: Act;
}

/** A sheet stays open whatever becomes of its case meanwhile, until its reader closes it: nothing typed is lost. */
function useOpened(key: string | null, chosen: InboxCase | undefined, act: Act | null): Opened | null {
  const [kept, setKept] = useState<Opened | null>(null);
  if (key !== kept?.key) {
    const next = key !== null && chosen && act ? { key, one: chosen, act } : null;
    if (next !== kept) setKept(next);
    return next;
  }
  return chosen ? { ...kept, one: chosen } : kept;
}

function Inbox({ bureau }: { bureau: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { show, case: id, act } = useSearch({ from: '/shell/inbox' });
  const known = useBoard((state) => state.seq !== null);
  const cases = useInboxCases(bureau);
  const sent = show === 'sent';
  const chosen = cases.find(({ line }) => line.id === id);
  const key = id === undefined ? null : `${id} ${act ?? ''}`;
  const opened = useOpened(key, chosen, openAct(chosen, bureau, act));
  const shown = cases.filter((one) => isOpen(one) !== sent || one === chosen);
  const close = () => void navigate({ to: '/inbox', search: { show }, replace: true });
  if (!known) return <p className="loading">{t('board.loading')}</p>;
  return (
    <>
      <Filter sent={sent} cases={cases} />
      {id !== undefined && !chosen && (
        <p className="inbox-note" role="status">
          {t('inbox.notHere')}
        </p>
      )}
      {shown.length === 0 && <Empty sent={sent} />}
      <ul className="inbox-list" aria-label={t(sent ? 'inbox.sent' : 'inbox.open')}>
        {shown.map((one) => (
          <InboxCard
            key={one.line.id}
            one={one}
            bureau={bureau}
            chosen={one === chosen}
            onAct={(next) => void navigate({ to: '/inbox', search: { show, case: one.line.id, act: next } })}
          />
        ))}
      </ul>
      {opened && <InboxSheet key={opened.key} one={opened.one} act={opened.act} onClose={close} />}
    </>
  );
}

/** 待办: what waits for a bureau, for one thumb. */
export function InboxPage() {
  const { t } = useTranslation();
  const { bureau } = usePerson();
  useNamePage(t('inbox.title'));
  return (
    <div className="inbox">
      <h1>{t('inbox.title')}</h1>
      {bureau === null ? <p className="inbox-note">{t('inbox.notABureau')}</p> : <Inbox bureau={bureau} />}
    </div>
  );
}
