// The day that the flows happen on, wherever and whenever they run.
import type { Page } from "@playwright/test";

/** A Wednesday. */
export const TODAY = "2026-11-18";

/** Lets the page believe that it is `time` there; timers go on. The zone is the browser's. */
export async function onDay(page: Page, time = `${TODAY}T18:30:00+01:00`): Promise<void> {
  await page.clock.setFixedTime(new Date(time));
}
