/** The list of single keys, and what they do. */
export const keysEn = {
  keys: {
    title: 'Keyboard shortcuts',
    hint: 'Single keys act at once; they rest while you type or a form is open.',
    on: 'Listen to single keys',
    done: 'Close',
    thisList: 'Open this list',
    search: 'Go to the search field',
  },
};
