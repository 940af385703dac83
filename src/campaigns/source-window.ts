const NAMES_IT = 'from campaign_now c where s.id = any(c.sources)';
const RUNS = 'c.starts_at <= app_now() and c.ends_at > app_now()';

/** SQL over `source` `s`: what a campaign adds is visited only while one of them that names it runs. */
export const IS_ON = `(not exists (select ${NAMES_IT}) or exists (select ${NAMES_IT} and ${RUNS}))`;

/** SQL over `source` `s`: since when a campaign that runs has had it read; null where none does. */
export const ON_SINCE = `(select min(c.starts_at) ${NAMES_IT} and ${RUNS})`;
