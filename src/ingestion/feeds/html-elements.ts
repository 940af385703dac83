/** What an element means for the text: a line of its own, a cell beside the next, nothing to be read inside, or neither. */
export type Layout = 'block' | 'cell' | 'silent' | 'code' | 'inline';

const layouts = (layout: Layout, names: string): [string, Layout][] => names.split(' ').map((name) => [name, layout]);

/** The elements that a text is recognised by as HTML. */
const LAYOUTS: ReadonlyMap<string, Layout> = new Map([
  ...layouts('block', 'p div br hr li ul ol dl dt dd tr table tbody thead section article blockquote pre figure'),
  ...layouts('block', 'figcaption header footer main aside nav address center form h1 h2 h3 h4 h5 h6 fieldset caption'),
  ...layouts('cell', 'td th'),
  ...layouts('silent', 'head template iframe svg math noembed noframes select button textarea video audio canvas'),
  ...layouts('code', 'script style'),
  ...layouts(
    'inline',
    'a b i u s em strong span font img small big sub sup code tt cite q abbr acronym del ins strike',
  ),
  ...layouts(
    'inline',
    'mark label input link meta body html title base param bgsound marquee applet object layer blink',
  ),
  ...layouts(
    'inline',
    'nobr wbr ruby rt rp map area time kbd samp var dfn col colgroup tfoot source track picture embed',
  ),
]);

/** Null for a name that HTML does not know. @param written in letters of either case */
export function layoutOf(written: string): Layout | null {
  return LAYOUTS.get(written) ?? LAYOUTS.get(written.toLowerCase()) ?? null;
}

/** A tag that HTML knows, or the beginning of a comment or DOCTYPE, anywhere in a text. */
export const KNOWN_TAG = new RegExp(
  String.raw`<\/?(?:${[...LAYOUTS.keys()].join('|')}|!--|!doctype)(?=[\s/>-])[^<]{0,2000}>`,
  'i',
);
