import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { useMay } from '../session/person.js';
import { ActionDialog } from './action-dialog.js';
import { ReasonField } from './fields.js';

const MergeDialog = lazy(() => import('./merge-dialog.js').then((module) => ({ default: module.MergeDialog })));

type Other = IncidentView['perhapsSame'][number];

interface PartProps {
  incident: IncidentView;
  other: Other;
  onClose: () => void;
}

function Part({ incident, other: { id, number }, onClose }: PartProps) {
  const { t } = useTranslation();
  return (
    <ActionDialog<{ reason: string }>
      incident={incident}
      onClose={onClose}
      act="not-same"
      subject={id}
      title={t('stories.perhaps.other')}
      hint={t('stories.perhaps.otherBody', { number })}
      ok={t('stories.perhaps.other')}
      body={({ reason }) => ({ other: id, reason })}
    >
      <ReasonField required />
    </ActionDialog>
  );
}

/** 可能同为一事的其他事件: a report fits both cases; a person merges or parts them. */
export function PerhapsSame({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const mayGroup = useMay('story.group');
  const [parting, setParting] = useState<Other | null>(null);
  const [merging, setMerging] = useState<Other | null>(null);
  const { perhapsSame } = incident;
  if (perhapsSame.length === 0) return null;
  return (
    <section className="possibly" aria-labelledby="perhaps-same">
      <h2 id="perhaps-same">
        {t('stories.perhaps.title')} <span className="count">{perhapsSame.length}</span>
      </h2>
      <p className="hint">{t('stories.perhaps.hint')}</p>
      <ul>
        {perhapsSame.map((other) => (
          <li key={other.id}>
            <Link to="/incidents/$id" params={{ id: other.id }}>
              <span className="number">{other.number}</span> <b>{other.title}</b>
            </Link>
            {mayGroup && (
              <span className="possibly-acts">
                <Button
                  aria-label={t('stories.perhaps.mergeFor', { number: other.number })}
                  onClick={() => setMerging(other)}
                >
                  {t('stories.perhaps.merge')}
                </Button>
                <Button
                  aria-label={t('stories.perhaps.otherFor', { number: other.number })}
                  onClick={() => setParting(other)}
                >
                  {t('stories.perhaps.other')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {merging && (
        <Suspense>
          <MergeDialog incident={incident} other={merging.id} onClose={() => setMerging(null)} />
        </Suspense>
      )}
      {parting && <Part incident={incident} other={parting} onClose={() => setParting(null)} />}
    </section>
  );
}
