import { useState } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { PublisherShare } from '../../contract/opinion.js';

const SHOWN = 6;

/** Families of publishers with what each has said, the busiest first as the server has them. */
export function Publishers({ publishers }: { publishers: PublisherShare[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? publishers : publishers.slice(0, SHOWN);
  if (publishers.length === 0) return <p className="quiet">{t('stories.publishers.none')}</p>;
  return (
    <>
      <ul className="publishers">
        {shown.map(({ id, name, class: kind, articles, originals }) => (
          <li key={id}>
            <b>{name}</b>
            <small>{kind === null ? t('stories.publishers.unknown') : t(`stories.publishers.class.${kind}`)}</small>
            <span>{t('stories.publishers.articles', { count: articles })}</span>
            {originals > 0 && <small>{t('stories.publishers.originals', { count: originals })}</small>}
          </li>
        ))}
      </ul>
      {publishers.length > shown.length && (
        <Button type="text" size="small" onClick={() => setAll(true)}>
          {t('stories.publishers.all', { count: publishers.length - shown.length })}
        </Button>
      )}
    </>
  );
}
