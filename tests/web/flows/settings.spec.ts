import { onDay } from "../support/days.ts";
import { Entry } from "../support/entry.ts";
import { addAthlete, addSession, sessionsOf } from "../support/sessions.ts";
import { expect, scrollsSideways, test } from "../support/test.ts";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ page }) => onDay(page));

async function choose(page: Page, what: string, choice: string): Promise<void> {
  await page.getByRole("group", { name: what }).getByText(choice, { exact: true }).click();
  await expect(page.getByRole("group", { name: what }).getByRole("radio", { name: choice, exact: true })).toBeChecked();
}

test("miles are shown and typed, kilometres are kept", async ({ page, server }) => {
  const ann = await addAthlete(server, "Ann");
  const before = await addSession(server, ann, { date: "2026-11-17", duration: 40, distance: 8.04672, sport: "Run" });
  await page.goto("/settings");
  await choose(page, "Distances", "Miles");
  await page.goto("/calendar");
  await expect(page.getByRole("button", { name: /^Run.*5 mi.*40:00.*8:00 \/mi.*edit$/ })).toBeVisible();
  await page.keyboard.press("n");
  const entry = new Entry(page);
  await entry.duration.fill("30");
  await entry.distance.fill("3");
  await entry.done();
  await expect(page.getByRole("button", { name: /3 mi.*30:00.*10:00 \/mi/ })).toBeVisible();
  const [added, same] = await sessionsOf(server);
  expect(added?.distance).toBeCloseTo(4.828032, 9);
  expect(same).toEqual(before);

  // An edit of the notes leaves a distance alone that miles cannot spell.
  await addSession(server, ann, { date: "2026-11-16", duration: 50, distance: 10.123456789, sport: "Walk" });
  await page.reload();
  await page.getByRole("button", { name: /^Walk.*6\.(29|3) mi/ }).click();
  await entry.notes.fill("Dunes");
  await entry.done();
  await expect(page.getByRole("button", { name: /^Walk.*Dunes.*edit$/ })).toBeVisible();
  expect((await sessionsOf(server)).at(-1)).toMatchObject({ distance: 10.123456789, notes: "Dunes" });
});

test("weeks start where the user's do", async ({ page, server, isMobile }) => {
  const ann = await addAthlete(server, "Ann");
  await addSession(server, ann, { date: "2026-11-15", duration: 60, distance: 10 });
  await addSession(server, ann, { date: "2026-11-16", duration: 30, distance: 5 });
  await page.goto("/calendar");
  const weekOf = (day: string) =>
    isMobile
      ? page.getByRole("main").locator("section").filter({ has: page.getByRole("button", { name: day }) })
      : page.getByRole("row").filter({ has: page.locator("[data-day='2026-11-16']") });
  await expect(weekOf("30:00")).toContainText("5 km");
  await page.goto("/settings");
  await choose(page, "Week starts on", "Sunday");
  await page.goto("/calendar");
  await expect(weekOf("30:00")).toContainText("15 km");
  await expect(page.locator("[data-day]").first()).toHaveAttribute("data-day", "2026-11-01");
});

test("the appearance follows the device until it is chosen, and is kept", async ({ page }) => {
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
  await page.goto("/settings");
  await expect(page.getByRole("radio", { name: "As the device" })).toBeChecked();
  const light = await ink();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(ink).not.toBe(light);
  const dark = await ink();
  await choose(page, "Appearance", "Light");
  await expect.poll(ink).toBe(light);
  await page.emulateMedia({ colorScheme: "light" });
  await choose(page, "Appearance", "Dark");
  await page.reload();
  await expect.poll(ink).toBe(dark);
});

const WORDS = [
  { language: "Deutsch", code: "de", settings: "Einstellungen", calendar: "Kalender", month: "November 2026", distance: "8,5 km" },
  { language: "Nederlands", code: "nl", settings: "Instellingen", calendar: "Kalender", month: "november 2026", distance: "8,5 km" },
];
const ENGLISH = /\b(Add session|Settings|Statistics|Athletes|All athletes|All sports|Show as table|Loading|Distance|Keyboard)\b|\{\{/;

for (const { language, code, settings, calendar, month, distance } of WORDS) {
  test(`the page speaks ${language}`, async ({ page, server, picture }) => {
    const ann = await addAthlete(server, "Ann");
    await addSession(server, ann, { date: "2026-11-17", duration: 45, distance: 8.5, sport: "Run" });
    await page.goto("/settings");
    await page.getByRole("radio", { name: language }).locator("..").click();
    await expect(page.getByRole("heading", { level: 1, name: settings })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", code);
    await page.goto("/calendar");
    await expect(page.getByRole("heading", { level: 1, name: calendar })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: month })).toBeVisible();
    await expect(page.getByRole("button", { name: new RegExp(`^Run.*${distance}`) })).toBeVisible();
    for (const path of ["/", "/year", "/statistics", "/athletes", "/import", "/settings"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // What is not translated shows in English.
      await expect(page.locator("body")).not.toContainText(ENGLISH);
      expect(await scrollsSideways(page)).toBe(false);
    }
    await picture(`settings-${code}`);
  });
}
