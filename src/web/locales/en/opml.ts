import type { opmlZh } from '../zh-CN/opml.js';
import type { Shape } from '../shape.js';

export const opmlEn: Shape<typeof opmlZh> = {
  opml: {
    export: 'Export OPML',
    import: 'Import OPML',
    hint: 'A list of feeds exported by another reader, with its folders. Addresses that are here already are not added twice.',
    file: 'Choose a file',
    fileLabel: 'OPML file',
    paste: 'Or paste its text',
    needed: 'Choose a file or paste its text',
    tooLarge: 'Too large: 900 KB at most',
    submit: 'Import',
    close: 'Done',
    added_one: '{{count}} added',
    added_other: '{{count}} added',
    known_one: '{{count}} known already',
    known_other: '{{count}} known already',
    refused_one: '{{count}} refused',
    refused_other: '{{count}} refused',
    refusedList: 'Refused, and why',
    addedList: 'Added',
  },
};
