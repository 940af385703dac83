import { queryOptions, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { OfficeOptions } from '../../contract/office-options.js';
import { call } from '../api/call.js';
import { useNow } from '../board/board-context.js';
import { beijingDate, wallMinute } from '../clock/beijing.js';
import { usePerson } from '../session/person.js';

export const officeOptionsQuery = queryOptions({
  queryKey: ['office-options'],
  queryFn: () => call<OfficeOptions>('GET', '/office-options'),
  refetchInterval: 60_000,
});

/** Who reads, and when, over the whole page: nothing to click, nothing to hear, and printed with the page. */
function Marks() {
  const id = useId();
  const { displayName, username } = usePerson();
  const now = useNow();
  const lines = [`${displayName} ${username}`, `${beijingDate(now)} ${wallMinute(now)}`];
  return (
    <svg className="watermark" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width="320" height="200" patternUnits="userSpaceOnUse" patternTransform="rotate(-22)">
          {lines.map((line, n) => (
            <text key={n} x="24" y={80 + n * 24}>
              {line}
            </text>
          ))}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}

/** 页面水印, as far as an administrator has switched it on. */
export function Watermark() {
  const { data } = useQuery(officeOptionsQuery);
  return data?.watermark ? <Marks /> : null;
}
