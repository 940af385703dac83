import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Level, LEVELS } from '../../domain/level.js';
import { useKeys } from '../keys/use-keys.js';

/** The sheet that is open over a story. */
export interface Asked {
  act: 'needs' | 'setAside' | 'merge' | 'split';
  /** 定级: chosen already by the key. */
  level?: Level;
}

/** 1 to 4 take the story up at a level, s without one chosen, 5 sets it aside, m merges. Each opens its sheet, which asks for the reason. */
export function useActionKeys(ask: (asked: Asked) => void, maySetAside: boolean): void {
  const { t } = useTranslation();
  const keys = useMemo(
    () => [
      { key: 's', name: t('triage.needs'), act: () => ask({ act: 'needs' }) },
      ...LEVELS.map((level, index) => ({
        key: `${index + 1}`,
        name: t('triage.key.level', { level: t(`level.${level}`) }),
        act: () => ask({ act: 'needs', level }),
      })),
      ...(maySetAside ? [{ key: '5', name: t('triage.setAside'), act: () => ask({ act: 'setAside' }) }] : []),
      { key: 'm', name: t('triage.merge'), act: () => ask({ act: 'merge' }) },
    ],
    [ask, maySetAside, t],
  );
  useKeys(keys);
}
