import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { RosterDay, RosterView, ShiftView } from '../../contract/roster.js';
import { beijingParts, dayStart, wallMinute } from '../clock/beijing.js';
import { usePostName } from './post-name.js';

const DAY_MS = 86_400_000;

interface ShiftLineProps {
  shift: ShiftView;
  day: string;
  now: number;
  mayEdit: (post: string) => boolean;
  onChange: (shift: ShiftView) => void;
  onCancel: (shift: ShiftView) => void;
}

/** `08:00–20:00`, where it reaches beyond the day with the day left open. */
function hoursOf({ startsAt, endsAt, relievedAt }: ShiftView, day: string): string {
  const [from, to] = [Date.parse(startsAt), Date.parse(relievedAt ?? endsAt)];
  const start = dayStart(day);
  const begin = from < start ? '00:00' : wallMinute(from);
  return `${begin}–${to >= start + DAY_MS ? '24:00' : wallMinute(to)}`;
}

function ShiftLine({ shift, day, now, mayEdit, onChange, onCancel }: ShiftLineProps) {
  const { t } = useTranslation();
  const post = usePostName();
  const over = Date.parse(shift.relievedAt ?? shift.endsAt) <= now;
  const runs = !over && Date.parse(shift.startsAt) <= now;
  return (
    <li className={`turn${over ? ' turn-over' : ''}${runs ? ' turn-now' : ''}`}>
      <b>{shift.name}</b>
      <span className="turn-hours">{hoursOf(shift, day)}</span>
      <small>
        {post(shift.post)} · {t(`roster.seat.${shift.seat}`)}
        {runs && ` · ${t('roster.now')}`}
        {shift.relievedAt !== null && ` · ${t('roster.relieved')}`}
      </small>
      {!over && mayEdit(shift.post) && (
        <span className="turn-acts">
          {!runs && (
            <Button
              type="link"
              aria-label={t('roster.changeFor', { name: shift.name, day })}
              onClick={() => onChange(shift)}
            >
              {t('roster.change')}
            </Button>
          )}
          <Button
            type="link"
            danger
            aria-label={t('roster.cancelFor', { name: shift.name, day })}
            onClick={() => onCancel(shift)}
          >
            {t(runs ? 'roster.end' : 'roster.cancel')}
          </Button>
        </span>
      )}
    </li>
  );
}

function DayHead({ day, today }: { day: RosterDay; today: string }) {
  const { t, i18n } = useTranslation();
  const { month, day: date, weekday } = beijingParts(dayStart(day.date));
  const name = i18n.language === 'en' ? day.name?.en : day.name?.zh;
  return (
    <h2>
      {t('time.monthDay', { month, day: date })} {t(`time.weekday.d${weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6}`)}
      {day.date === today && <span className="day-mark day-today">{t('roster.today')}</span>}
      {day.kind !== 'workday' && (
        <span className={`day-mark day-${day.kind}`}>
          {t(`roster.day.${day.kind}`)} {name}
        </span>
      )}
      {!day.announced && <small>{t('roster.notAnnounced')}</small>}
    </h2>
  );
}

interface WeekProps extends Omit<ShiftLineProps, 'shift' | 'day'> {
  roster: RosterView;
  today: string;
}

/** Seven days: beside each other where there is room, under each other on a telephone. */
export function Week({ roster, today, ...acts }: WeekProps) {
  const { t } = useTranslation();
  return (
    <ol className="roster-week">
      {roster.days.map((day) => {
        const start = dayStart(day.date);
        const turns = roster.shifts.filter(
          ({ startsAt, endsAt, relievedAt, cancelledAt }) =>
            cancelledAt === null && Date.parse(startsAt) < start + DAY_MS && Date.parse(relievedAt ?? endsAt) > start,
        );
        return (
          <li key={day.date} className={`roster-day kind-${day.kind}`}>
            <DayHead day={day} today={today} />
            {turns.length === 0 && <p className="hint">{t('roster.noTurns')}</p>}
            <ul>
              {turns.map((shift) => (
                <ShiftLine key={shift.id} shift={shift} day={day.date} {...acts} />
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
