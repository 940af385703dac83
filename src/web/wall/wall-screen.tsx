import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallName } from '../../contract/wall.js';
import { ClockContext, useAt } from '../board/board-context.js';
import { onWaking } from '../board/on-waking.js';
import { stayAwake } from './awake.js';
import { shiftAt } from './shift.js';
import { WallBanners } from './wall-banners.js';
import { WallCases } from './wall-cases.js';
import { useWall, useWallSignal, WallContext } from './wall-context.js';
import { WallCounters } from './wall-counters.js';
import { WallHead } from './wall-head.js';
import { WallSide } from './wall-side.js';
import { connectWall } from './wall-socket.js';
import { WallStore } from './wall-store.js';

function useConnectedWall(onDoubt: () => void): WallStore {
  const [store] = useState(() => new WallStore());
  useEffect(() => {
    const connection = connectWall(store, onDoubt);
    const stopWaking = onWaking(() => {
      store.clock.wake();
      connection.wake();
    });
    const sleep = stayAwake();
    return () => {
      sleep();
      stopWaking();
      connection.stop();
    };
  }, [store, onDoubt]);
  return store;
}

/** The picture; it stands a little aside each minute, so that no dot of the screen burns in. */
function Picture({ wall }: { wall: WallName }) {
  const { t } = useTranslation();
  const picture = useWall((state) => state.picture);
  const lost = useWallSignal().state === 'lost';
  const aside = useAt((now) =>
    shiftAt(now)
      .map((px) => `${px / 16}rem`)
      .join(' '),
  );
  return (
    <div className={lost ? 'wall wall-lost' : 'wall'} style={{ translate: aside }}>
      <WallHead wall={wall} />
      <WallBanners />
      {picture === null ? (
        <p className="wall-loading">{t('wall.state.waiting')}</p>
      ) : (
        <main className="wall-main">
          <WallCounters picture={picture} />
          <div className="wall-body">
            <WallCases lines={picture.lines} />
            <WallSide lines={picture.lines} />
          </div>
        </main>
      )}
    </div>
  );
}

export function WallScreen({ wall, onDoubt }: { wall: WallName; onDoubt: () => void }) {
  const store = useConnectedWall(onDoubt);
  return (
    <WallContext value={store}>
      <ClockContext value={store.clock}>
        <Picture wall={wall} />
      </ClockContext>
    </WallContext>
  );
}
