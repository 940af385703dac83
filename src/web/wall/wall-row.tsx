import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallClock, WallLine } from '../../contract/wall.js';
import { useAt } from '../board/board-context.js';
import { Gone } from '../clock/clock-cell.js';
import { clockWords, hms, isOpenClock, standingOf } from '../clock/countdown.js';
import { useSay } from '../clock/say.js';
import { LevelWord } from '../marks/level-word.js';
import { ToneSign } from '../marks/signs.js';
import { useWallBureau } from './wall-context.js';

/** The colour at the edge of the row: the worst of its open clocks. */
function useEdge({ clocks }: WallLine): 'overdue' | 'soon' | 'quiet' {
  return useAt((now) => {
    const tones = clocks.filter(isOpenClock).map((clock) => standingOf(clock, now).tone);
    return tones.includes('overdue') ? 'overdue' : tones.includes('soon') ? 'soon' : 'quiet';
  });
}

/** A clock that runs: big, in digits of one width. */
function Running({ clock }: { clock: WallClock }) {
  const { t } = useTranslation();
  const tone = useAt((now) => standingOf(clock, now).tone);
  const digits = useAt((now) => hms(standingOf(clock, now)));
  return (
    <div className={`wall-clock tone-${tone}`}>
      <span className="wall-clock-name">
        <ToneSign tone={tone} />
        {t(`clock.short.${clock.kind}`)} <em>{t(tone === 'overdue' ? 'wall.over' : 'wall.left')}</em>
      </span>
      <b className="wall-countdown">{digits}</b>
      <Gone clock={clock} />
    </div>
  );
}

/** A clock that was answered or ended: its verdict stands. */
function Frozen({ clock }: { clock: WallClock }) {
  const { t } = useTranslation();
  const say = useSay();
  const { tone } = standingOf(clock, 0);
  return (
    <div className={`wall-clock wall-frozen tone-${tone}`}>
      <span className="wall-clock-name">{t(`clock.short.${clock.kind}`)}</span>
      <span className="wall-verdict">
        <ToneSign tone={tone} />
        {clockWords(standingOf(clock, 0), say)}
      </span>
    </div>
  );
}

function ClockCell({ clock }: { clock: WallClock | undefined }) {
  const { t } = useTranslation();
  return (
    <td role="cell">
      {clock && isOpenClock(clock) && <Running clock={clock} />}
      {clock && !isOpenClock(clock) && <Frozen clock={clock} />}
      {!clock && (
        <span className="wall-no-clock">
          <span aria-hidden="true">—</span>
          <span className="unseen">{t('clock.none')}</span>
        </span>
      )}
    </td>
  );
}

/** One case on the wall. */
export const WallRow = memo(function WallRow({ line }: { line: WallLine }) {
  const { t } = useTranslation();
  const edge = useEdge(line);
  const bureau = useWallBureau();
  const { number, title, level, stage, lead, acknowledged, clocks } = line;
  const conference = clocks.find(({ kind }) => kind === 'press_conference_24h');
  return (
    <tr role="row" className={`wall-row wall-edge-${edge}`}>
      <td role="cell" className="wall-level">
        <LevelWord level={level} />
      </td>
      <td role="cell" className="wall-event">
        <span className="wall-title">{title}</span>
        <span className="wall-notes">
          <span>{number}</span>
          {acknowledged ? <span>{t(`stage.${stage}`)}</span> : <span className="unsigned">{t('status.unsigned')}</span>}
          <span className="wall-bureau">{bureau(lead)}</span>
        </span>
      </td>
      <ClockCell clock={clocks.find((clock) => clock !== conference)} />
      <ClockCell clock={conference} />
    </tr>
  );
});
