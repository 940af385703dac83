import type { IncidentLine } from '../../contract/incident.js';

/** What every sheet of the inbox is given. */
export interface InboxSheetProps {
  line: IncidentLine;
  onClose: () => void;
}
