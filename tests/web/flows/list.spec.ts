import { onDay } from "../support/days.ts";
import { addAthlete, addSession, dayAfter, importRows, yearOfRows } from "../support/sessions.ts";
import { expect, scrollsSideways, test } from "../support/test.ts";

test.beforeEach(async ({ page }) => onDay(page));

test("the log shows all of three hundred sessions, newest first, by scrolling", async ({ page, server }) => {
  const days = Array.from({ length: 300 }, (_, index) => dayAfter("2026-11-18", -index));
  importRows(
    server,
    "Ann",
    days.map((date, index) => ({ date, duration: 30 + index / 4, distance: 5, sport: "Run", notes: `session ${index}` })),
  );
  await page.goto("/");
  const list = page.getByRole("list", { name: "Sessions, newest first" });
  await expect(list.getByRole("article").first()).toHaveAccessibleName(/^Run, 30:00, 5 km, .*18/);
  await expect(page.getByRole("main")).toContainText("300");
  const seen: string[] = [];
  await expect(async () => {
    for (const date of await list.locator("time").evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""))) {
      if (!seen.includes(date)) seen.push(date);
    }
    await page.evaluate(() => window.scrollBy(0, window.innerHeight * 0.8));
    expect(seen.length).toBe(300);
  }).toPass({ intervals: [50], timeout: 30_000 });
  expect(seen).toEqual(days);
});

test("notes are shown in full, with their lines", async ({ page, server }) => {
  const ann = await addAthlete(server, "Ann");
  const notes = `First line.\n${"A long story of wind and rain. ".repeat(28)}\nThe last words <b>are</b> here.`;
  await addSession(server, ann, { date: "2026-11-17", duration: 45, distance: 8.5, sport: "Run", notes });
  await page.goto("/");
  const row = page.getByRole("article");
  await row.getByRole("button", { name: /^Show / }).click();
  const full = row.getByText("The last words <b>are</b> here.");
  await expect(full).toBeVisible();
  expect(await full.evaluate((element) => element.scrollHeight <= element.clientHeight + 1 && getComputedStyle(element).whiteSpace)).toMatch(
    /pre-line|pre-wrap|break-spaces/,
  );
  expect((await full.innerText()).split("\n").length).toBe(3);
  expect(await scrollsSideways(page)).toBe(false);
});

test("a year of training in the log, light and dark", async ({ page, server, picture }) => {
  importRows(server, "Ann", yearOfRows("2026-11-18"));
  await page.goto("/");
  const rows = page.getByRole("article");
  await expect(rows.first()).toBeVisible();
  await expect(rows.filter({ hasText: "km/h" }).first()).toBeVisible();
  await expect(rows.filter({ hasText: "/km" }).first()).toBeVisible();
  expect(await scrollsSideways(page)).toBe(false);
  await picture("log");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture("log-dark");
});
