/** Whether a desktop notification can be shown: the browser has it only in a secure context, and asks the person once. */
export type NoticeStanding = 'insecure' | 'missing' | NotificationPermission;

export function noticeStanding(): NoticeStanding {
  if (!window.isSecureContext) return 'insecure';
  return typeof Notification === 'function' ? Notification.permission : 'missing';
}

/** To be called from a click. */
export async function askForNotices(): Promise<NoticeStanding> {
  if (noticeStanding() === 'default') await Notification.requestPermission();
  return noticeStanding();
}

export interface Notice {
  /** The same key replaces what was shown under it. */
  key: string;
  title: string;
  body: string;
  lang: string;
  onOpen: () => void;
}

/** What is shown on the desktop for the person signed in; withdrawn when it no longer holds, and all of it when the page is left. */
export class DesktopNotices {
  private readonly shown = new Map<string, Notification>();

  show({ key, title, body, lang, onOpen }: Notice): void {
    if (noticeStanding() !== 'granted') return;
    try {
      const notice = new Notification(title, { body, lang, tag: `huiying ${key}` });
      notice.onclick = () => {
        window.focus();
        notice.close();
        onOpen();
      };
      this.shown.set(key, notice);
    } catch {
      // Browsers of telephones have the name and refuse the thing.
    }
  }

  /** Takes back what is shown under keys that no longer hold. */
  keepOnly(holds: (key: string) => boolean): void {
    for (const [key, notice] of this.shown) {
      if (holds(key)) continue;
      notice.close();
      this.shown.delete(key);
    }
  }
}
