import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { WallView } from '../../contract/wall.js';
import { Moment, useMoment } from '../clock/moment.js';
import { ToneSign } from '../marks/signs.js';
import { Ago } from '../sources/ago.js';

const COLUMNS = ['name', 'state', 'made', 'seen', 'action'] as const;

function State({ wall: { revokedAt, exchangedAt } }: { wall: WallView }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const state = revokedAt !== null ? 'revoked' : exchangedAt === null ? 'waiting' : 'active';
  const tone = ({ revoked: 'waived', waiting: 'running', active: 'met' } as const)[state];
  return (
    <>
      <span className={`verdict tone-${tone}`}>
        <ToneSign tone={tone} />
        {t(`walls.state.${state}`)}
      </span>
      {revokedAt !== null && <small>{t('walls.revokedAt', { time: moment(revokedAt) })}</small>}
    </>
  );
}

function WallRow({ wall, onRevoke }: { wall: WallView; onRevoke: (wall: WallView) => void }) {
  const { t } = useTranslation();
  const { name, place, madeAt, lastSeenAt, revokedAt } = wall;
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className="row-title">
        {name}
        {place !== '' && <small>{place}</small>}
      </th>
      <td role="cell">
        <State wall={wall} />
      </td>
      <td role="cell" data-label={t('walls.col.made')}>
        <Moment at={madeAt} />
      </td>
      <td role="cell" data-label={t('walls.col.seen')}>
        <Ago at={lastSeenAt} />
      </td>
      <td role="cell" className="intake-actions">
        {revokedAt === null && (
          <Button type="link" danger aria-label={t('walls.revokeFor', { name })} onClick={() => onRevoke(wall)}>
            {t('walls.revoke')}
          </Button>
        )}
      </td>
    </tr>
  );
}

export function WallTable({ walls, onRevoke }: { walls: WallView[]; onRevoke: (wall: WallView) => void }) {
  const { t } = useTranslation();
  return (
    <div className="wide-table" tabIndex={0} role="group" aria-label={t('people.view.walls')}>
      <table role="table" className="figures intakes">
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {t(`walls.col.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {walls.map((wall) => (
            <WallRow key={wall.id} wall={wall} onRevoke={onRevoke} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
