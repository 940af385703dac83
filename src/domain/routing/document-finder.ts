import { isInForce } from './in-force.js';
import type { DocumentMention, DocumentRegistry, PolicyDocument } from './policy-document.js';

/** A title in brackets, which may hold another one: 《〈某意见〉实施细则》. */
const BRACKETED = /《(?:[^《》〈〉<>]|[《〈<][^《》〈〉<>]{2,60}[》〉>]){2,80}》|〈[^《》〈〉<>]{2,80}〉/g;
const INNER = /(?<=.)[《〈<][^《》〈〉<>]{2,60}[》〉>]/g;
/** 国办发〔2016〕61号 in any brackets, 国务院令第343号, 国务院令(第343号), 国务院第343号令. */
const NUMBERED =
  /\p{Script=Han}{1,16}(?:\s*[〔[【(（［{]\s*\d{4}\s*[〕\]】)）］}]\s*(?:第\s*)?\d{1,4}\s*号|\s*令\s*[(（]?\s*第?\s*\d{1,4}\s*号|\s*第\s*\d{1,4}\s*号\s*令)/gu;
const MAY_BE_NUMBERED = /令|[〔[【(（［{]\s*\d{4}/u;
/** What a title may lose without becoming another one. */
const LOOSE_END = /(?:[(（](?:试行|修订|修正|暂行|草案|征求意见稿|草案征求意见稿|修订草案)[^)）]*[)）]|的?通知)$/;
const LONGEST_ORGAN = 16;

/** The registry made ready for look-ups. */
export class DocumentFinder {
  readonly version: string;
  private readonly byTitle = new Map<string, PolicyDocument>();
  private readonly byNumber = new Map<string, PolicyDocument>();

  constructor({ version, items }: DocumentRegistry) {
    this.version = version;
    for (const document of items) {
      for (const title of [document.title, ...document.aliases]) this.byTitle.set(titleKey(title), document);
      if (document.number !== null) this.byNumber.set(numberKey(document.number), document);
    }
  }

  /**
   * The documents a title or lead names, each once, those of the title first.
   * @param day YYYY-MM-DD; null: whatever day
   */
  found(title: string, lead: string, day: string | null): DocumentMention[] {
    if (!mayNameOne(title) && !mayNameOne(lead)) return [];
    const mentions = new Map<string, DocumentMention>();
    for (const [field, text] of [
      ['title', title],
      ['text', lead],
    ] as const) {
      for (const { document, words } of this.named(text)) {
        if (!isInForce(document, day) || mentions.has(document.id)) continue;
        const { id, bureau } = document;
        mentions.set(id, { id, bureau, title: document.title, words: [words], field });
      }
    }
    return [...mentions.values()];
  }

  private *named(text: string): Iterable<{ document: PolicyDocument; words: string }> {
    if (text.includes('《') || text.includes('〈')) yield* this.bracketed(text);
    // Hardly any text has one; without this look each would be gone through by the pattern.
    if (!text.includes('号') || !MAY_BE_NUMBERED.test(text)) return;
    for (const [words] of text.matchAll(NUMBERED)) {
      const document = this.numbered(numberKey(words));
      if (document) yield { document, words };
    }
  }

  private *bracketed(text: string): Iterable<{ document: PolicyDocument; words: string }> {
    for (const [words] of text.matchAll(BRACKETED)) {
      const document = this.byTitle.get(titleKey(words));
      if (document) yield { document, words };
      else yield* this.inside(words);
    }
  }

  /** Of a title that is not registered, those it names: 《〈某条例〉修订草案》. */
  private *inside(title: string): Iterable<{ document: PolicyDocument; words: string }> {
    for (const [words] of title.matchAll(INNER)) {
      const document = this.byTitle.get(titleKey(words));
      if (document) yield { document, words };
    }
  }

  /** What stands before the number is cut off character by character: 根据国办发〔2016〕61号. */
  private numbered(key: string): PolicyDocument | undefined {
    for (let from = 0; from < LONGEST_ORGAN; from++) {
      const document = this.byNumber.get(key.slice(from));
      if (document) return document;
    }
    return undefined;
  }
}

/** Hardly any text does; it is asked before anything is gone through. */
const mayNameOne = (text: string): boolean => text.includes('《') || text.includes('〈') || text.includes('号');

/** Blanks, kinds of brackets, a closing 通知 and marks such as (试行) make no other document. */
function titleKey(title: string): string {
  let key = title.normalize('NFKC').replace(/[\s"'“”‘’《》〈〉<>]/gu, '');
  for (let shorter = key.replace(LOOSE_END, ''); shorter !== key && shorter.length > 3;) {
    key = shorter;
    shorter = key.replace(LOOSE_END, '');
  }
  return key;
}

function numberKey(number: string): string {
  const plain = number.normalize('NFKC').replace(/\s/gu, '');
  const order = /^(\p{Script=Han}*?)(?:令\(?第?(\d+)号|第(\d+)号令)/u.exec(plain);
  if (order) return `${order[1]}令${order[2] ?? order[3]}`;
  const year = /^(\p{Script=Han}+)[〔[【({](\d{4})[〕\]】)}]第?(\d+)号/u.exec(plain);
  return year ? `${year[1]}${year[2]}-${year[3]}` : plain;
}
