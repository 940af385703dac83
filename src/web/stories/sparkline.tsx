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

/** From the first report to the end of the last, and as far as what else is drawn. Epoch milliseconds. */
export function spanOf(points: readonly HeatPoint[], marks: readonly number[] = []): { start: number; end: number } {
  const starts = points.map((point) => Date.parse(point.at));
  const ends = points.map((point) => Date.parse(point.at) + point.hours * HOUR);
  const start = Math.min(...starts, ...marks);
  return { start, end: Math.max(...ends, ...marks, start + SHORTEST_SPAN) };
}

/** Bars over time, by reports an hour: a day's bar is as high as its mean hour. */
export function barsOf(points: readonly HeatPoint[], { start, end } = spanOf(points)): Bar[] {
  const most = Math.max(...points.map(perHour));
  return points.map((point) => ({
    x: ((Date.parse(point.at) - start) / (end - start)) * WIDTH,
    width: Math.max(((point.hours * HOUR) / (end - start)) * WIDTH - 1, THINNEST),
    height: most === 0 ? 0 : Math.max((perHour(point) / most) * HEIGHT, point.articles > 0 ? THINNEST : 0),
  }));
}

const perHour = ({ articles, hours }: HeatPoint): number => articles / hours;

/** 热度: reports over time, as one picture with its sum in words. `span`: more time than the reports take. */
export function Sparkline({ points, span }: { points: readonly HeatPoint[]; span?: ReturnType<typeof spanOf> }) {
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
      {barsOf(points, span).map(({ x, width, height }) => (
        <rect key={x} x={x} y={HEIGHT - height} width={width} height={height} />
      ))}
    </svg>
  );
}
