/** How the names of the twelve months begin, by language: English, French, German, Spanish, Italian, Portuguese, Dutch, Hungarian, Greek, Russian. */
const BEGINNINGS = [
  'jan ene gen ιαν янв',
  'feb fév fev φεβ фев',
  'mar mär már mrt μαρ μάώ μαώ мар',
  'apr avr abr ápr απρ апр',
  'may mai maj mag mei máj máu μάι μαϊ μαι май мая',
  'jun juin giu jún ιούν ιουν ιον июн',
  'jul juil lug júl ιούλ ιουλ ιολ июл',
  'aug aoû ago αύγ αυγ авг',
  'sep set sze σεπ сен',
  'oct okt ott out οκτ окт',
  'nov νοέ νοε ноя',
  'dec déc dez dic δεκ дек',
].map((names) => names.split(' '));

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].map((name) => `${name}月`);

/** 1 to 12 for a month's name, whole or shortened, or `3月`, `三月`; 0 for any other word. */
export function monthNamed(word: string): number {
  const name = word.toLowerCase();
  const numbered = /^(\d{1,2})月$/.exec(name)?.[1];
  if (numbered !== undefined) return Number(numbered) <= 12 ? Number(numbered) : 0;
  const chinese = CHINESE.indexOf(name);
  if (chinese >= 0) return chinese + 1;
  return BEGINNINGS.findIndex((beginnings) => beginnings.some((beginning) => name.startsWith(beginning))) + 1;
}
