import type { Workspace } from '../../../contract/records/record.js';

export interface FormProps {
  workspace: Workspace;
}
