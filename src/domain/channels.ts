/** Addresses of a shared mailbox, by channel. */
export type Contacts = Partial<Record<string, string | undefined>>;

/** `full`: all that the notice says; `minimal`: number, level and link alone. */
export type Content = 'full' | 'minimal';
