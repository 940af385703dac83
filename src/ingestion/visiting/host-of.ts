/** The host at which requests to an address take turns: its name in lower case, with the port where it is not the usual one. '' for no address. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
