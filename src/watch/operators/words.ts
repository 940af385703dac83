/** Subject and lines of a message, in both languages. */
export interface Words {
  subject: { zh: string; en: string };
  lines: { zh: string[]; en: string[] };
}
