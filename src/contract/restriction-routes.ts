import * as incident from './incident.js';
import { ok, type Route } from './route.js';

/** 限知事项 · matters that only the named may see */
export const RESTRICTION_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/incidents/:id/restrict',
    right: 'incident.restrict',
    summary: '设为限知:仅所列人员可见,含本人 · Only the named see it from now on, oneself among them',
    body: incident.restrict,
    answer: ok(incident.incident),
  },
  {
    method: 'POST',
    path: '/incidents/:id/lift-restriction',
    right: 'incident.restrict',
    summary: '解除限知 · Lift the restriction',
    body: incident.liftRestriction,
    answer: ok(incident.incident),
  },
];
