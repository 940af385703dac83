/** How a case stands with its duties: one is overdue now, was answered late (or missed), or every one there was is met. */
export const DUTY_STANDINGS = ['overdue', 'late', 'met'] as const;
