import type { MarkedWords } from '../../domain/explanation/marks.js';

/** A run of a field: plain, or words that something rests on. `start` is its offset in the field. */
export interface Segment {
  start: number;
  text: string;
  /** What the words speak of, the weightiest first; empty for plain text. */
  marks: MarkedWords[];
}

/** Parts a field at its marks. Marks that overlap become one run that bears the labels of all. `marks` are in the order they stand. */
export function segmentsOf(text: string, marks: readonly MarkedWords[]): Segment[] {
  const runs = runsOf(marks, text.length);
  const segments: Segment[] = [];
  let reached = 0;
  for (const { start, end, marks: labels } of runs) {
    if (start > reached) segments.push({ start: reached, text: text.slice(reached, start), marks: [] });
    segments.push({ start, text: text.slice(start, end), marks: labels });
    reached = end;
  }
  if (reached < text.length) segments.push({ start: reached, text: text.slice(reached), marks: [] });
  return segments;
}

interface Run {
  start: number;
  end: number;
  marks: MarkedWords[];
}

function runsOf(marks: readonly MarkedWords[], length: number): Run[] {
  const runs: Run[] = [];
  for (const mark of marks) {
    const last = runs.at(-1);
    const end = Math.min(mark.end, length);
    if (end <= mark.start) continue;
    if (last && mark.start < last.end) {
      last.end = Math.max(last.end, end);
      last.marks.push(mark);
    } else runs.push({ start: mark.start, end, marks: [mark] });
  }
  return runs;
}

/** The paragraphs of a text, each with its segments; blank ones are left out, offsets stay those of the whole. */
export function paragraphsOf(text: string, marks: readonly MarkedWords[]): Segment[][] {
  const paragraphs: Segment[][] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) {
    if (line.trim() === '') continue;
    const end = index + line.length;
    const inside = marks
      .filter((mark) => mark.start < end && mark.end > index)
      .map((mark) => ({ ...mark, start: Math.max(mark.start, index) - index, end: Math.min(mark.end, end) - index }));
    paragraphs.push(segmentsOf(line, inside).map((one) => ({ ...one, start: one.start + index })));
  }
  return paragraphs;
}
