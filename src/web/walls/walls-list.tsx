import { useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallView, WallWithToken } from '../../contract/wall.js';
import { wallsQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { AddWall } from './add-wall.js';
import { RevokeWall } from './revoke-wall.js';
import { WallLink } from './wall-link.js';
import { WallTable } from './wall-table.js';

type Open = { name: 'add' } | { name: 'link'; made: WallWithToken } | { name: 'revoke'; wall: WallView };

/** 大屏: which browsers may show the wall's picture. */
export function WallsList() {
  const { t } = useTranslation();
  const { data, error } = useQuery(wallsQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <div className="people-head walls-head">
        <p className="hint">{t('walls.lead')}</p>
        <Button type="primary" onClick={() => setOpen({ name: 'add' })}>
          {t('walls.add')}
        </Button>
      </div>
      {data && data.length > 0 && <WallTable walls={data} onRevoke={(wall) => setOpen({ name: 'revoke', wall })} />}
      {data?.length === 0 && (
        <div className="empty">
          <p className="empty-title">{t('walls.none')}</p>
          <p>{t('walls.noneBody')}</p>
        </div>
      )}
      {!data && (
        <p className={error ? 'form-refusal' : 'loading'}>{error ? refusalWords(error, t) : t('walls.loading')}</p>
      )}
      {open?.name === 'add' && <AddWall onMade={(made) => setOpen({ name: 'link', made })} onClose={close} />}
      {open?.name === 'link' && <WallLink made={open.made} onClose={close} />}
      {open?.name === 'revoke' && <RevokeWall wall={open.wall} onClose={close} />}
    </>
  );
}
