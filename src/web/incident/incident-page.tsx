import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { Refusal } from '../api/call.js';
import { incidentQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { useNamePage } from '../shell/page-name.js';
import { Actions } from './actions.js';
import { Articles } from './articles.js';
import { ClockPanels } from './clock-panels.js';
import { Facts } from './facts.js';
import { Head } from './head.js';
import { Instants } from './instants.js';
import { LegalHold } from './legal-hold.js';
import { Ladder } from './ladder-block.js';
import { Notices } from './notices.js';
import { Reach } from './reach.js';
import { OwnReleases } from './own-releases.js';
import { PerhapsSame } from './perhaps-same.js';
import { Possibly } from '../stories/possibly.js';
import { Responses } from './responses.js';
import { SecondPerson } from './second-person.js';
import { useSeen } from './seen.js';
import { Timeline } from './timeline.js';
import { Work } from './work.js';
import '../styles/incident.css';
import '../styles/stories.css';

function Case({ incident }: { incident: IncidentView }) {
  useNamePage(incident.number);
  useSeen(incident);
  return (
    <article className="case">
      <Head incident={incident} />
      <Actions incident={incident} />
      <ClockPanels incident={incident} />
      <Work incident={incident} />
      <div className="case-columns">
        <div className="case-main">
          <OwnReleases incident={incident} />
          <SecondPerson incident={incident} />
          <PerhapsSame incident={incident} />
          <Possibly incident={incident} />
          <Responses incident={incident} />
          <Ladder incident={incident} />
          <Notices incidentId={incident.id} />
          <Timeline rows={incident.journal} incidentId={incident.id} />
          <Articles incident={incident} />
        </div>
        <aside className="case-side">
          <Instants incident={incident} />
          <Facts incident={incident} />
          <Reach incident={incident} />
          <LegalHold incident={incident} />
        </aside>
      </div>
    </article>
  );
}

/** One incident: what is known, what is due, what has been done, and what can be done now. */
export function IncidentPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/incidents/$id' });
  const { data, error } = useQuery(incidentQuery(id));
  if (data) return <Case incident={data} />;
  if (!error) return <p className="loading">{t('board.loading')}</p>;
  const missing = error instanceof Refusal && (error.status === 404 || error.status === 400);
  return (
    <div className="fallback">
      <h1>{missing ? t('incident.notFound') : refusalWords(error, t)}</h1>
      <Link to="/">{t('refusal.toBoard')}</Link>
    </div>
  );
}
