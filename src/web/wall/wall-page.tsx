import { useSearch } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../marks/mark.js';
import { dressPage } from '../shell/appearance.js';
import { enter, type Entered, takeToken } from './enter.js';
import { WallScreen } from './wall-screen.js';
import '../styles/wall.css';

/** Before the server is asked again that could not be reached. */
const AGAIN_MS = 5_000;
/** How often the cookie is renewed while nothing else asks for it. */
const RENEWAL_MS = 12 * 3_600_000;

/** What this browser is, asked when the page opens, when a link is opened in it, and when `ask` doubts it. */
function useEntry(): { entered: Entered; doubt: () => void } {
  const [entered, setEntered] = useState<Entered>({ state: 'waiting' });
  const ask = useRef((_: string | null): void => undefined);
  const [first] = useState(takeToken);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    ask.current = (token) => {
      const turn = (asked += 1);
      clearTimeout(timer);
      void answerTo(token).then((answer) => {
        if (turn !== asked) return;
        // A screen that cannot ask goes on showing what it knows, and says how old it is.
        if (answer.state !== 'waiting') setEntered(answer);
        else timer = setTimeout(() => ask.current(token), AGAIN_MS);
      });
    };
    const onLink = (): void => {
      const token = takeToken();
      if (token !== null) ask.current(token);
    };
    window.addEventListener('hashchange', onLink);
    const renewal = setInterval(() => ask.current(null), RENEWAL_MS);
    ask.current(first);
    return () => {
      asked += 1;
      clearTimeout(timer);
      clearInterval(renewal);
      window.removeEventListener('hashchange', onLink);
    };
  }, [first]);
  return { entered, doubt: useRef(() => ask.current(null)).current };
}

/** A link that was used before may be this browser's own, opened by it whenever it starts. */
async function answerTo(token: string | null): Promise<Entered> {
  const answer = await enter(token);
  if (answer.state !== 'used') return answer;
  const own = await enter(null);
  return own.state === 'open' || own.state === 'waiting' ? own : answer;
}

function Closed({ state }: { state: Exclude<Entered['state'], 'open'> }) {
  const { t } = useTranslation();
  return (
    <main className="wall-closed" aria-live="polite">
      <Mark size={96} />
      <h1>{t(`wall.state.${state}`)}</h1>
      <p>{t(`wall.stateBody.${state}`)}</p>
    </main>
  );
}

/** 大屏: the open cases for a room, read by a browser that nobody signs in to. */
export function WallPage() {
  const { t } = useTranslation();
  const { theme = 'dark' } = useSearch({ from: '/wall' });
  const { entered, doubt } = useEntry();
  const title = `${t('wall.title')} · ${t('app.short')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useLayoutEffect(() => {
    document.documentElement.dataset.page = 'wall';
    dressPage(theme);
    return () => {
      delete document.documentElement.dataset.page;
      dressPage(null);
    };
  }, [theme]);
  return entered.state === 'open' ? (
    <WallScreen key={entered.wall.id} wall={entered.wall} onDoubt={doubt} />
  ) : (
    <Closed state={entered.state} />
  );
}
