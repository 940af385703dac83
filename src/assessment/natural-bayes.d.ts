/** Only this file of `natural` is imported: the package as a whole loads database clients and reads `.env`. */
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    constructor(stemmer?: unknown, smoothing?: number);
    /** Given tokens, it does not stem them. */
    addDocument(tokens: string[], label: string): void;
    train(): void;
    readonly classifier: {
      /**
       * Likelihoods, not shares; greatest first. They underflow on texts of more than some hundred tokens.
       * @param observation values: places of the tokens in the order in which they were first added
       */
      getClassifications(observation: Record<number, number>): { label: string; value: number }[];
    };
  }
}
