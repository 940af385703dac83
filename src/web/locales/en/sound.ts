import type { soundZh } from '../zh-CN/sound.js';
import type { Shape } from '../shape.js';

export const soundEn: Shape<typeof soundZh> = {
  sound: {
    label: 'Duty sound',
    word: {
      off: 'Sound off',
      unable: 'No sound',
      starting: 'Sound…',
      blocked: 'Blocked',
      muted: 'Muted to {{time}}',
      on: 'Sound on',
      ringing: 'Ringing {{count}}',
    },
    says: {
      off: 'Not switched on: nothing will sound here, neither a new case nor a missed limit.',
      unable: 'This browser cannot sound. Use a recent one; until then watch by telephone.',
      starting: 'Asking the browser whether this page may sound.',
      blocked:
        'Asked for, but the browser does not let this page sound yet: nothing will be heard. Press the button below, or click anywhere on the page.',
      muted: 'Muted until {{time}} (Beijing time), then on again by itself. Until then levels I and II are silent too.',
      on: 'The browser lets this page sound. Levels I and II sound every 5 seconds until somebody acknowledges; then every screen falls silent.',
    },
    start: 'Switch duty sound on',
    stop: 'Switch off',
    mute: 'Mute',
    minutes: '{{count}} min',
    muteAll: 'A mute silences levels I and II too, and ends by itself.',
    unmute: 'End mute',
    ringing: 'To be acknowledged',
    others: 'and {{count}} more',
    try: 'Test',
    tone: {
      grave: 'Levels I and II',
      opened: 'Other new case',
      soon: 'Limit near',
      overdue: 'Overdue',
      lost: 'Signal lost',
    },
    tried: '“{{tone}}” has left the browser. If you did not hear it, check volume and headphones.',
    refused: 'Nothing sounded: the browser does not let this page sound.',
    only: 'For this browser on this machine only, while the page stays open. It cannot see volume or headphones: test when your shift begins.',
    banner: 'Sound is not on',
    bannerWhy: 'The browser waits for a click before it lets this page sound; until then nothing will be heard.',
    bannerOpen: 'Switch it on',
    desktop: 'Desktop notifications',
    desktopIs: {
      insecure: 'HTTPS is needed: this page was not opened over HTTPS, so the browser offers no notifications.',
      missing: 'This browser has no desktop notifications.',
      denied: 'The browser refuses notifications of this site; allow them in the site settings beside the address.',
      default:
        'While you are on another page: new cases of levels I and II and missed limits, by number, level and short title.',
      granted:
        'Allowed: new cases of levels I and II and missed limits while you are on another page; restricted ones without their title.',
    },
    desktopAsk: 'Allow notifications',
    notice: {
      graveOne: '{{level}} · {{number}}',
      overdueOne: 'Overdue · {{level}} · {{number}}',
      graveMany: '{{count}} cases of level I or II to be acknowledged',
      overdueMany: '{{count}} overdue',
      open: 'Open the board',
      restricted: 'Restricted case',
    },
  },
};
