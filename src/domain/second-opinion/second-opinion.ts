/** What a classifier takes a title for, and how sure it is of it among its classes, 0..1. */
export interface Opinion {
  label: string;
  share: number;
}

/** A statistical classifier of titles and leads: trained once, the same for the same examples. */
export interface SecondOpinion {
  /** Null when the title holds nothing that the examples know. */
  classify(title: string): Opinion | null;
}

/** Titles by their class. */
export type Examples = Readonly<Record<string, readonly string[]>>;

/** One way to make a second opinion of examples. */
export type Training = (examples: Examples) => SecondOpinion;
