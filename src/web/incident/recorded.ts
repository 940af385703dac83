/** What is recorded of a release, or of a conference (`place`). */
export interface Recorded {
  id: string;
  at: string;
  url: string | null;
  place: string | null;
}
