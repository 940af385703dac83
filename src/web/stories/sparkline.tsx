import { useTranslation } from 'react-i18next';
import type { HeatPoint } from '../../contract/opinion.js';
import { useMoment } from '../clock/moment.js';

const HOUR = 3_600_000;
const WIDTH = 240;
const HEIGHT = 40;
const THINNEST = 2;
/** A shorter life is drawn as the beginning of a day. */
const SHORTEST_SPAN = 24 * HOUR;

interface Bar {
  x: number;
  width: number;
  height: number;
}

/** Bars over time, by reports an hour: a day's bar is as high as its mean hour. */
export function barsOf(points: readonly HeatPoint[]): Bar[] {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return [];
  const start = Date.parse(first.at);
  const span = Math.max(Date.parse(last.at) + last.hours * HOUR - start, SHORTEST_SPAN);
  const most = Math.max(...points.map(perHour));
  return points.map((point) => ({
    x: ((Date.parse(point.at) - start) / span) * WIDTH,
    width: Math.max(((point.hours * HOUR) / span) * WIDTH - 1, THINNEST),
    height: most === 0 ? 0 : Math.max((perHour(point) / most) * HEIGHT, point.articles > 0 ? THINNEST : 0),
  }));
}

const perHour = ({ articles, hours }: HeatPoint): number => articles / hours;

/** 热度: reports over time, as one picture with its sum in words. */
export function Sparkline({ points }: { points: readonly HeatPoint[] }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return null;
  const label = t('stories.heat.label', {
    articles: points.reduce((sum, one) => sum + one.articles, 0),
    most: Math.max(...points.map((one) => Math.ceil(perHour(one)))),
    from: moment(first.at),
    to: moment(last.at),
  });
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="sparkline"
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
    >
      {barsOf(points).map(({ x, width, height }) => (
        <rect key={x} x={x} y={HEIGHT - height} width={width} height={height} />
      ))}
    </svg>
  );
}
