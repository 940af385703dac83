import { useTranslation } from 'react-i18next';
import type { ArchiveLine as Line } from '../../contract/archive.js';
import { beijingDate, beijingParts, dayStart } from '../clock/beijing.js';
import { ArchiveLine } from './archive-line.js';

interface Day {
  date: string;
  lines: Line[];
}

const timeOf = ({ publishedAt, fetchedAt }: Line): number => Date.parse(publishedAt ?? fetchedAt);

/** Lines in their order, those of one Beijing day together. */
export function byDay(lines: Line[]): Day[] {
  const days: Day[] = [];
  for (const line of lines) {
    const date = beijingDate(timeOf(line));
    const last = days.at(-1);
    if (last?.date === date) last.lines.push(line);
    else days.push({ date, lines: [line] });
  }
  return days;
}

function DayName({ date }: { date: string }) {
  const { t } = useTranslation();
  const { year, month, day, weekday } = beijingParts(dayStart(date));
  return (
    <>
      {t('time.fullDay', { year, month, day })}{' '}
      <span className="quiet">{t(`time.weekday.d${weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6}`)}</span>
    </>
  );
}

/** What was found, day by day, the newest first. */
export function ArchiveList({ lines }: { lines: Line[] }) {
  return byDay(lines).map(({ date, lines: ofDay }) => (
    <section key={date} className="archive-day" aria-labelledby={`day-${date}`}>
      <h2 id={`day-${date}`}>
        <DayName date={date} />
      </h2>
      <ol>
        {ofDay.map((line) => (
          <ArchiveLine key={line.id} line={line} />
        ))}
      </ol>
    </section>
  ));
}
