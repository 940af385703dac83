import type { Page } from 'playwright-core';

const FILTERS = ['soon', 'overdue', 'unsigned', 'all'];

/** A person at work on the board for so long: filters, keys, a case opened and left, words typed into the search. */
export async function work(page: Page, forMs: number): Promise<void> {
  const end = performance.now() + forMs;
  for (let turn = 0; performance.now() < end; turn += 1) {
    for (const filter of FILTERS) await page.locator(`.counter-${filter}`).click();
    await page
      .locator('.incidents .event-title')
      .nth(turn % 5)
      .hover();
    for (const key of ['Tab', 'Tab', 'Shift+Tab']) await page.keyboard.press(key);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page
      .locator('.incidents .event-title')
      .nth(turn % 5)
      .click();
    await page.locator('main h1').first().waitFor();
    await back(page);
    await page.locator('.header a[href="/archive"]').first().click();
    await page.getByRole('searchbox').pressSequentially('影院发生事故', { delay: 60 });
    await back(page);
  }
}

async function back(page: Page): Promise<void> {
  await page.locator('.brand').click();
  await page.locator('.incidents tbody tr').first().waitFor();
}
