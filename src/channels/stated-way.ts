import { newWay } from '../contract/way.js';
import { CHANNELS, isFarChannel, kindOf } from './channels.js';

/** A way as a person states it: by a channel there is, to an address of its form. */
export const statedWay = newWay.superRefine(({ channel, address }, context) => {
  if (!isFarChannel(channel)) {
    const known = CHANNELS.map(({ name }) => name).join(', ');
    const message = `没有这个渠道,可选 · no such channel, there are: ${known}`;
    context.addIssue({ code: 'custom', path: ['channel'], message });
    return;
  }
  for (const { message } of kindOf(channel).address.safeParse(address).error?.issues ?? [])
    context.addIssue({ code: 'custom', path: ['address'], message });
});
