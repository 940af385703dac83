import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Popconfirm from 'antd/es/popconfirm';
import { useTranslation } from 'react-i18next';
import type { Papers } from '../../contract/records/papers.js';
import { gapsIn, untold } from '../../domain/papers/papers.js';

const useText = (): string => Form.useWatch<string | undefined>('text') ?? '';
const useIsEnglish = (): boolean => useTranslation().i18n.language === 'en';

/** 从模板开始: at once where nothing is written yet, else once the person has agreed that it goes. */
export function Templates({ papers, onTemplate }: { papers: Papers; onTemplate: (text: string) => void }) {
  const { t } = useTranslation();
  const isEnglish = useIsEnglish();
  const isEmpty = useText().trim() === '';
  return (
    <div className="work-notes" role="group" aria-label={t('work.draft.begin')}>
      <span>{t('work.draft.begin')}</span>
      {papers.templates.map(({ id, zh, en, source, text }) => (
        <Popconfirm
          key={id}
          disabled={isEmpty}
          title={t('work.draft.beginOver')}
          okText={t('work.draft.begin')}
          onConfirm={() => onTemplate(text)}
        >
          <Button
            size="small"
            title={t('work.draft.beginSource', { source })}
            onClick={isEmpty ? () => onTemplate(text) : undefined}
          >
            {isEnglish ? en : zh}
          </Button>
        </Popconfirm>
      ))}
    </div>
  );
}

/** What the text has to tell, checked as it is written. It helps, and holds nothing up. */
export function Elements({ papers: { elements } }: { papers: Papers }) {
  const { t } = useTranslation();
  const isEnglish = useIsEnglish();
  const text = useText();
  const open = untold(text, elements);
  return (
    <section className="work-told" aria-label={t('work.draft.elements')}>
      <b>{t('work.draft.elements')}</b>
      <ul>
        {elements.map((element) => (
          <li key={element.id} className={open.includes(element) ? undefined : 'is-told'}>
            <span aria-hidden="true">{open.includes(element) ? '○' : '✓'}</span> {isEnglish ? element.en : element.zh}{' '}
            <small>{t(open.includes(element) ? 'work.draft.untold' : 'work.draft.told')}</small>
          </li>
        ))}
      </ul>
      <Gaps text={text} />
    </section>
  );
}

/** Says clearly that a text is not finished. Whoever signs decides. */
export function Gaps({ text }: { text: string }) {
  const { t } = useTranslation();
  const count = gapsIn(text);
  if (count === 0) return null;
  return (
    <p className="work-gaps" role="status">
      {t('work.draft.gaps', { count })}
    </p>
  );
}
