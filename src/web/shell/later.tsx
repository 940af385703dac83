import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { whenIdle } from './when-idle.js';

/** What the first sight of a page does not need: fetched and drawn once the page stands, while the server is there. */
export function Later({ children }: { children: ReactNode }) {
  const [stands, setStands] = useState(false);
  useEffect(() => whenIdle(() => setStands(true)), []);
  return stands && <Suspense>{children}</Suspense>;
}
