/** One issued policy and the unit that drafted it: 谁起草谁解读, 总局方案(2017-06-02)二(二), 三(一). */
export interface PolicyDocument {
  id: string;
  /** As it stands between 《 and 》, without them. */
  title: string;
  /** Shortened titles that are in use. */
  aliases: string[];
  /** 国办发〔2016〕61号, 国务院令第343号; null where there is none or it is not known for sure. */
  number: string | null;
  /** Code of the drafting unit. */
  bureau: string;
  /** Days by 北京时间, YYYY-MM-DD. */
  issuedOn: string | null;
  /** The first and the last day on which the entry counts; null: without bound. */
  validFrom: string | null;
  validTo: string | null;
  source: string;
  confidence: string;
}

/** The documents that judging knows of; `version` tells one state of the registry from another. */
export interface DocumentRegistry {
  version: string;
  items: PolicyDocument[];
}

/** A registered document that an article names. */
export interface DocumentMention {
  id: string;
  bureau: string;
  title: string;
  /** As the article writes it. */
  words: string[];
  field: 'title' | 'text';
}
