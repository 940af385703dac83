import { useTranslation } from 'react-i18next';
import type { WallLine } from '../../contract/wall.js';
import { useNow } from '../board/board-context.js';
import { useWallBureau } from './wall-context.js';
import { type Bar, barsOfBureaus, barsOfFocuses } from './wall-figures.js';

/** So many bureaus are named; the others are one bar. */
const NAMED = 8;

function BarLine({ bar, name, most }: { bar: Bar; name: string; most: number }) {
  const { t } = useTranslation();
  const { open, overdue } = bar;
  const share = (count: number) => ({ inlineSize: `${most === 0 ? 0 : (count / most) * 100}%` });
  return (
    <li className="wall-bar">
      <span className="unseen">{t('wall.bar', { name, open, overdue })}</span>
      <span className="wall-bar-name" aria-hidden="true">
        {name}
      </span>
      <span className="wall-bar-figures" aria-hidden="true">
        {open} <span className={overdue > 0 ? 'wall-bar-overdue' : 'wall-bar-zero'}>/ {overdue}</span>
      </span>
      <span className="wall-bar-track" aria-hidden="true">
        <span className="wall-bar-part wall-bar-part-overdue" style={share(overdue)} />
        <span className="wall-bar-part" style={share(open - overdue)} />
      </span>
    </li>
  );
}

const mostOf = (bars: readonly Bar[]): number => Math.max(0, ...bars.map(({ open }) => open));

function Bureaus({ bars }: { bars: Bar[] }) {
  const { t } = useTranslation();
  const bureau = useWallBureau();
  const named = bars.length > NAMED ? bars.slice(0, NAMED - 1) : bars;
  const others = bars.slice(named.length);
  const most = mostOf(named);
  const sum = (of: 'open' | 'overdue'): number => others.reduce((total, bar) => total + bar[of], 0);
  const rest = { key: 'others', open: sum('open'), overdue: sum('overdue') };
  return (
    <ul>
      {named.map((bar) => (
        <BarLine key={bar.key} bar={bar} name={bureau(bar.key)} most={most} />
      ))}
      {others.length > 0 && (
        <BarLine bar={rest} name={t('wall.others', { bureaus: others.length })} most={Math.max(most, rest.open)} />
      )}
    </ul>
  );
}

/** Who has how much in hand, and of which focus it is. */
export function WallSide({ lines }: { lines: readonly WallLine[] }) {
  const { t } = useTranslation();
  const now = useNow();
  const focuses = barsOfFocuses(lines, now);
  return (
    <aside className="wall-side">
      <section aria-labelledby="wall-bureaus">
        <h2 id="wall-bureaus">{t('wall.bureaus')}</h2>
        <Bureaus bars={barsOfBureaus(lines, now)} />
      </section>
      <section aria-labelledby="wall-focuses">
        <h2 id="wall-focuses">{t('wall.focuses')}</h2>
        <ul>
          {focuses.map((bar) => (
            <BarLine key={bar.key} bar={bar} name={t(`focus.${bar.key}`)} most={mostOf(focuses)} />
          ))}
        </ul>
      </section>
    </aside>
  );
}
