/** Schemes a reader may follow; `javascript:`, `data:` and the like are no links. */
const FOLLOWED = /^(?:https?|ftp):\/\//i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const LONGEST = 4000;

/** `reference` against `base`; null when either does not make a URL. */
export function resolve(reference: string, base: string | undefined): string | null {
  try {
    return new URL(reference, base).href;
  } catch {
    return null;
  }
}

/** A link on one line; its ampersands are often escaped once too often, and an address begun with `www.` lacks its scheme. */
function addressIn(written: string): string {
  const link = written.replace(/[\n\r\t]/g, '').trim();
  const whole = /^www\.[^\s/]+\.[a-z]/i.test(link) ? `http://${link}` : link;
  return whole.includes('&amp;') ? whole.replaceAll('&amp;', '&') : whole;
}

/**
 * A link as the feed writes it, made absolute where a base is known. An absolute link is kept to the letter (it identifies the
 * item); a relative one without a base stays as it is.
 * @returns null for an empty link and for schemes nobody may follow.
 */
export function readLink(written: string, base: string | undefined): string | null {
  const link = addressIn(written);
  if (link === '' || link.length > LONGEST) return null;
  if (FOLLOWED.test(link)) return link;
  if (SCHEME.test(link)) return null;
  const absolute = base === undefined ? null : resolve(link, base);
  return absolute ?? (link.startsWith('//') ? `https:${link}` : link);
}

/** True for a text that is a whole web address, such as a guid that is the permalink. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s]+$/i.test(text);
