/** How telling a piece of a title is among the stories of these days; 1: as telling as it can be. */
export type RarityOf = (gram: string) => number;

/** A piece that so many stories hold still names one matter that several of them are parts of. */
const FEW = 8;
/** More holders are never looked at: what so many stories hold proves little. */
export const MOST_HOLDERS = 48;
const LEAST = 0.25;

/** @param holders how many stories of the window hold the piece; counted up to MOST_HOLDERS */
export function rarityAmong(holders: number): number {
  if (holders <= FEW) return 1;
  if (holders >= MOST_HOLDERS) return LEAST;
  return 1 - ((1 - LEAST) * Math.log(holders / FEW)) / Math.log(MOST_HOLDERS / FEW);
}
