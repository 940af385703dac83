import Checkbox from 'antd/es/checkbox';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import type { Checklist } from '../../contract/records/checklist.js';
import { isOver } from '../../domain/lifecycle/stage.js';
import { useAt } from '../board/board-context.js';
import { Moment } from '../clock/moment.js';
import { useMay } from '../session/person.js';
import { usePersonName } from '../words/person-name.js';
import { useRecord } from './use-record.js';
import '../styles/checklist.css';

type Item = Checklist['items'][number];

/** Until when it should be done; that the time is past is said, not only coloured. */
function Advice({ item: { adviseBy } }: { item: Item }) {
  const { t } = useTranslation();
  const late = useAt((now) => Date.parse(adviseBy) < now);
  return (
    <span className={late ? 'checklist-late' : 'checklist-advice'}>
      {t(late ? 'work.checklist.late' : 'work.checklist.adviseBy')} <Moment at={adviseBy} />
    </span>
  );
}

interface RowProps {
  item: Item;
  open: boolean;
  onCheck: (done: boolean) => void;
}

function Row({ item, open, onCheck }: RowProps) {
  const { t, i18n } = useTranslation();
  const nameOf = usePersonName();
  return (
    <li className={item.done ? 'is-done' : undefined}>
      <Checkbox checked={item.done !== null} disabled={!open} onChange={({ target }) => onCheck(target.checked)}>
        {i18n.language === 'en' ? item.en : item.zh}
      </Checkbox>
      {item.done ? (
        <span className="checklist-advice">
          {t('work.checklist.done', { name: nameOf(item.done.by) })} <Moment at={item.done.at} />
        </span>
      ) : (
        <Advice item={item} />
      )}
    </li>
  );
}

/** 新闻发布会清单: a conference within 24 hours is a rare exercise for most offices. */
export function ConferenceChecklist({ incident, checklist }: { incident: IncidentView; checklist: Checklist }) {
  const { t } = useTranslation();
  const may = useMay('record.answer');
  const { mutate, isPending, refusal } = useRecord(incident.id, 'conference-checklist', () => undefined);
  const done = checklist.items.filter((item) => item.done !== null).length;
  return (
    <section className="main-block checklist" aria-labelledby="checklist" aria-busy={isPending}>
      <h2 id="checklist">
        {t('work.checklist.title')} <small>{t('work.checklist.count', { done, of: checklist.items.length })}</small>
      </h2>
      <p className="hint">{checklist.source}</p>
      <ol>
        {checklist.items.map((item) => (
          <Row
            key={item.id}
            item={item}
            open={may && !isOver(incident.stage) && !isPending}
            onCheck={(is) => mutate({ item: item.id, done: is })}
          />
        ))}
      </ol>
      {refusal && (
        <p className="form-refusal" role="alert">
          {refusal}
        </p>
      )}
    </section>
  );
}
