import { PolicyModule } from '../clocks/policy-watch.js';
import { DatabaseModule } from '../database/database.module.js';
import { JournalModule } from '../journal/journal.module.js';
import type { Settings } from '../settings/settings.js';
import { SettingsModule } from '../settings/settings.module.js';

/** What every role stands on. */
export function groundModules(settings: Settings) {
  return [SettingsModule.of(settings), DatabaseModule, JournalModule, PolicyModule];
}
