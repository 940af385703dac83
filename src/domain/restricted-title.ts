/** What stands for the title of a restricted matter where those who are not named read of it. */
export const RESTRICTED_TITLE = '限知事项';
export const RESTRICTED_TITLE_EN = 'Restricted matter';
