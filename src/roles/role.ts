export const ROLE_NAMES = ['all', 'api', 'worker', 'timer'] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

export function isRole(name: string): name is RoleName {
  return (ROLE_NAMES as readonly string[]).includes(name);
}

/** Something that runs and can be stopped cleanly. */
export interface Running {
  close(): Promise<void>;
}
