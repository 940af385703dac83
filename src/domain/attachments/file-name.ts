import { FILE_TYPES, type FileType } from './file-type.js';

const MOST = 120;
/** Neither control characters nor marks that turn the reading direction belong to a name. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/** The name a file is kept and offered under: no folders, nothing unseen, and the ending of what it is. */
export function keptName(given: string, type: FileType): string {
  const last = given.replace(UNSEEN, '').split(/[\\/]/).at(-1) ?? '';
  const name = last
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+/, '')
    .trim();
  const { endings } = FILE_TYPES[type];
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  const fits = ending !== undefined && (endings as readonly string[]).includes(ending);
  const stem = [...(fits ? name.slice(0, -ending.length - 1) : name)].slice(0, MOST).join('');
  return `${stem === '' ? 'file' : stem}.${fits ? ending : endings[0]}`;
}
