import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentLine } from '../../contract/incident.js';
import { useBoard, useBoardStore } from './board-context.js';
import { milestones, type Milestone } from './milestones.js';

const isGrave = ({ level }: IncidentLine): boolean => level === 'I' || level === 'II';
const openedWords = (line: IncidentLine, t: TFunction): string =>
  t('board.say.opened', { level: line.level === null ? t('level.none') : t(`level.${line.level}`), title: line.title });

function milestoneWords({ incident, kind, minutes }: Milestone, t: TFunction): string {
  const about = { title: incident.title, kind: t(`clock.kind.${kind}`), minutes };
  return minutes === 0 ? t('board.say.over', about) : t('board.say.left', about);
}

/** Incidents of the fresh ones that have not been announced yet. */
function useNewcomers(): IncidentLine[] {
  const store = useBoardStore();
  const fresh = useBoard((state) => state.fresh);
  const [announced, setAnnounced] = useState<ReadonlySet<string>>(new Set());
  const newcomers = [...fresh].filter((id) => !announced.has(id)).flatMap((id) => store.incident(id) ?? []);
  const key = [...fresh].join();
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(new Set(key === '' ? [] : key.split(','))), 4_000);
    return () => clearTimeout(timer);
  }, [key]);
  return newcomers;
}

/** The milestones passed in the last second or so; stays until the next ones. */
function useMilestones(): Milestone[] {
  const store = useBoardStore();
  const [passed, setPassed] = useState<Milestone[]>([]);
  const before = useRef(0);
  useEffect(
    () =>
      store.clock.subscribe(() => {
        const now = store.clock.second();
        const since = before.current === 0 ? now : before.current;
        before.current = now;
        const found = milestones(store.state().incidents.values(), since, now);
        if (found.length > 0) setPassed(found);
      }),
    [store],
  );
  return passed;
}

/** Speaks to screen readers: one polite region for milestones and new incidents, an alert for levels I and II. */
export function Herald() {
  const { t } = useTranslation();
  const newcomers = useNewcomers();
  const passed = useMilestones();
  const gravest = newcomers.filter(isGrave);
  const others = newcomers.filter((line) => !isGrave(line));
  const polite = [...others.map((line) => openedWords(line, t)), ...passed.map((one) => milestoneWords(one, t))];
  return (
    <>
      <div className="unseen" aria-live="polite">
        {polite.join(t('list.stop'))}
      </div>
      <div className="unseen" role="alert">
        {gravest.map((line) => openedWords(line, t)).join(t('list.stop'))}
      </div>
    </>
  );
}
