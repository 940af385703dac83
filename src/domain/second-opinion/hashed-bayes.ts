import type { Examples, Opinion, SecondOpinion } from './second-opinion.js';
import { gramsOf } from './title-grams.js';

/** Places of the table; some thousand titles fill a small part of them. */
const PLACES = 2 ** 16;
const SMOOTHING = 0.1;
/** Characters and pairs of one title speak for each other: their joint weight counts as that of fewer independent ones. */
const INDEPENDENT = 0.2;

/** FNV-1a over the code units of a gram. */
function placeOf(gram: number): number {
  const first = gram >>> 16;
  let hash = 0x811c9dc5;
  if (first !== 0) hash = Math.imul(hash ^ first, 0x01000193);
  hash = Math.imul(hash ^ (gram & 0xffff), 0x01000193);
  return (hash ^ (hash >>> 15)) & (PLACES - 1);
}

/**
 * Naive Bayes on characters and pairs of characters, hashed into typed arrays and reckoned in logarithms: no length of a title
 * makes its weights come to nothing, and the order of the examples changes nothing.
 */
export class HashedBayes implements SecondOpinion {
  private readonly labels: readonly string[];
  /** For each place the logarithms of its likelihood in every class; all zero where no example has been. */
  private readonly weights: Float64Array;
  private readonly known = new Uint8Array(PLACES);

  constructor(examples: Examples) {
    const classes = Object.entries(examples).filter(([, titles]) => titles.length > 0);
    this.labels = classes.map(([label]) => label);
    this.weights = new Float64Array(PLACES * classes.length);
    classes.forEach(([, titles], label) => {
      for (const title of titles) for (const gram of gramsOf(title)) this.count(placeOf(gram), label);
    });
    this.weigh(classes.map(([, titles]) => titles.length));
  }

  classify(title: string): Opinion | null {
    const classes = this.labels.length;
    const sums = new Float64Array(classes);
    let met = 0;
    for (const gram of gramsOf(title)) {
      const place = placeOf(gram);
      if (this.known[place] === 0) continue;
      met += 1;
      for (let label = 0; label < classes; label++) {
        sums[label] = (sums[label] as number) + (this.weights[place * classes + label] as number);
      }
    }
    return met === 0 ? null : this.most(sums);
  }

  private count(place: number, label: number): void {
    const at = place * this.labels.length + label;
    this.weights[at] = (this.weights[at] ?? 0) + 1;
    this.known[place] = 1;
  }

  /** By the share of a class's titles that hold a gram: classes of many titles have no advantage. */
  private weigh(titles: readonly number[]): void {
    const classes = this.labels.length;
    for (let place = 0; place < PLACES; place++) {
      if (this.known[place] === 0) continue;
      for (let label = 0; label < classes; label++) {
        const at = place * classes + label;
        const share = ((this.weights[at] ?? 0) + SMOOTHING) / ((titles[label] ?? 0) + 2 * SMOOTHING);
        this.weights[at] = Math.log(share);
      }
    }
  }

  private most(sums: Float64Array): Opinion {
    let first = 0;
    for (let label = 1; label < sums.length; label++)
      if ((sums[label] as number) > (sums[first] as number)) first = label;
    let total = 0;
    for (const sum of sums) total += Math.exp(INDEPENDENT * (sum - (sums[first] as number)));
    return { label: this.labels[first] ?? '', share: 1 / total };
  }
}
