import { text, type Tell } from './tell.js';

const of =
  (
    key: `journal.campaign_${'planned' | 'changed' | 'begun' | 'ended' | 'digested' | 'summed_up' | 'carried' | 'called_off'}`,
  ): Tell =>
  ({ actor, data }, { t, person }) =>
    t(key, { actor: person(actor), name: text(data.name), reason: text(data.reason) });

/** Rows about campaigns (专项). */
export const campaignTellings: Record<string, Tell> = {
  'campaign.planned': of('journal.campaign_planned'),
  'campaign.changed': of('journal.campaign_changed'),
  'campaign.begun': of('journal.campaign_begun'),
  'campaign.ended': of('journal.campaign_ended'),
  'campaign.digested': of('journal.campaign_digested'),
  'campaign.summed_up': of('journal.campaign_summed_up'),
  'campaign.called_off': of('journal.campaign_called_off'),
  'campaign.carried': of('journal.campaign_carried'),
};
