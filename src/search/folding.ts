/**
 * What has more than one form, stands in more than one way, or shows nothing: blanks in any number, characters that NFKC or
 * lower case may change, and everything that carries a combining mark. The rest (CJK, lower-case ASCII) is its own folded form.
 */
const FOLDABLE = new RegExp(
  String.raw`\s+|[^\s!-@\[-~\u3001\u3002\u3008-\u3011\u4e00-\u9fff]\p{M}*|[!-@\[-~\u3001\u3002\u3008-\u3011\u4e00-\u9fff]\p{M}+`,
  'gu',
);
/** Zero-width marks and the like, which nobody sees. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;
const BLANKS = /^\s+$/;
/** A blank by name, but nobody sees it. */
const BYTE_ORDER_MARKS = /^\ufeff+$/;

function foldPiece(piece: string): string {
  if (BLANKS.test(piece)) return BYTE_ORDER_MARKS.test(piece) ? '' : ' ';
  return piece.replace(UNSEEN, '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}

/**
 * The form in which texts are searched: NFKC, lower case, any run of blanks one space, unseen characters left out. Two texts
 * that look the same on a screen but for case and width fold to the same.
 */
export function fold(text: string): string {
  return text.replace(FOLDABLE, foldPiece);
}

/** A folded text that remembers where it comes from. */
export interface Folded {
  text: string;
  /** For each UTF-16 unit of `text`, and one past its end: the place in the original where its character begins. */
  origin: number[];
}

/** `fold`, with the way back to the original. */
export function foldWithOrigin(original: string): Folded {
  const origin: number[] = [];
  const keep = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) origin.push(at);
  };
  let text = '';
  let done = 0;
  for (const { 0: piece, index } of original.matchAll(FOLDABLE)) {
    keep(done, index);
    const folded = foldPiece(piece);
    text += original.slice(done, index) + folded;
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(index);
    done = index + piece.length;
  }
  keep(done, original.length + 1);
  return { text: text + original.slice(done), origin };
}

/** Parts title and text of an article: in no folded text, so that no words are found across it. */
const BORDER = '\n';

/** All that an article is found by. */
export function searchable({ title, text }: { title: string; text: string }): string {
  return fold(title) + BORDER + fold(text);
}
