import type { Locator, Page } from "@playwright/test";
import { onDay } from "../support/days.ts";
import { toast } from "../support/entry.ts";
import { addAthlete, addSession, importRows, sessionsOf, yearOfRows } from "../support/sessions.ts";
import { expect, scrollsSideways, test } from "../support/test.ts";

test.beforeEach(async ({ page }) => onDay(page));

/** What stands under a name in one of the lists of numbers. */
const tile = (page: Page, name: string): Locator =>
  page.getByRole("main").locator("dl > div").filter({ has: page.locator("dt", { hasText: new RegExp(`^${name}$`) }) });

const record = (page: Page, name: string): Locator => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });

test("sums of a window, against the window before to the same day", async ({ page, server }) => {
  const ann = await addAthlete(server, "Ann");
  // This week and last; sixteen weeks back lies in the twelve before.
  await addSession(server, ann, { date: "2026-11-17", duration: 45, distance: 9, sport: "Run", rpe: 4 });
  await addSession(server, ann, { date: "2026-11-12", duration: 30, distance: 6, sport: "Run" });
  await addSession(server, ann, { date: "2026-11-11", duration: 60, sport: "Strength", rpe: 5 });
  await addSession(server, ann, { date: "2026-07-29", duration: 50, distance: 10, sport: "Run" });
  await page.goto("/statistics");
  await expect(tile(page, "Distance")).toContainText("15 km");
  await expect(tile(page, "Distance")).toContainText("before: 10 km");
  await expect(tile(page, "Distance")).toContainText("+50%");
  await expect(tile(page, "Time")).toContainText(/2\sh\s15\smin/);
  await expect(tile(page, "Sessions").first()).toContainText("3");
  await expect(tile(page, "Load")).toContainText("480");
  // 75 minutes over 15 km: the hour of strength has no distance.
  await expect(tile(page, "Pace")).toContainText("5:00 /km");
  await page.getByText("Load", { exact: true }).first().click();
  await expect(page.getByText("1 session has no RPE and is not in the load.")).toBeVisible();
  const bars = page.locator("section").filter({ has: page.getByRole("heading", { name: /by week/ }) });
  await bars.getByRole("button", { name: "Show as table" }).click();
  const lastWeek = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /9\s?–\s?15/ }) });
  await expect(lastWeek.getByRole("cell")).toHaveText(["6 km", /^1\sh\s30\smin$/, "2", "300", "–"]);
  await expect(page.getByText(/^2026: .* to date$/)).toBeVisible();
});

test("days, weeks, months and years are kept in the address", async ({ page, server }) => {
  const ann = await addAthlete(server, "Ann");
  await addSession(server, ann, { date: "2025-11-17", duration: 45, distance: 9, sport: "Run" });
  await addSession(server, ann, { date: "2026-11-17", duration: 60, distance: 30, sport: "Ride" });
  await page.goto("/statistics");
  await page.getByRole("group", { name: "By" }).getByText("Months", { exact: true }).click();
  await page.getByRole("combobox", { name: "Sport" }).selectOption("Ride");
  await expect(tile(page, "Speed")).toContainText("30 km/h");
  await page.getByRole("button", { name: "Earlier" }).click();
  await expect(tile(page, "Distance")).not.toContainText("30 km");
  await page.reload();
  await expect(page.getByRole("radio", { name: "Months" })).toBeChecked();
  await expect(page.getByRole("combobox", { name: "Sport" })).toHaveValue("Ride");
  await page.getByRole("button", { name: "Until today" }).click();
  await expect(tile(page, "Distance")).toContainText("30 km");
  await expect(page.getByText(/^2025: .* on this date/)).toBeHidden();
  await page.getByRole("combobox", { name: "Sport" }).selectOption("");
  await expect(page.getByText("2025: 9 km on this date, 9 km in the year")).toBeVisible();
});

test("streaks count days and weeks, now and at best", async ({ page, server }) => {
  const ann = await addAthlete(server, "Ann");
  for (const date of ["2026-11-18", "2026-11-17", "2026-11-10", "2026-06-03", "2026-06-02", "2026-06-01"]) {
    await addSession(server, ann, { date, duration: 30, distance: 5 });
  }
  await page.goto("/statistics");
  await expect(tile(page, "Current daily streak")).toContainText("2 days");
  await expect(tile(page, "Longest daily streak")).toContainText("3 days");
  await expect(tile(page, "Longest daily streak")).toContainText(/1 – 3|1–3/);
  await expect(tile(page, "Current weekly streak")).toContainText("2 weeks");
  await expect(page.getByText("Active: 6 days, 3 weeks, 2 months")).toBeVisible();
  await expect(record(page, "Eddington number")).toContainText("on 5 days at least 5 km");
});

test("a faulty session is left out of the records, and can be counted again", async ({ page, server }) => {
  const ann = await addAthlete(server, "Ann");
  const faulty = await addSession(server, ann, { date: "2026-11-10", duration: 12, distance: 900, sport: "Run", notes: "Watch gone mad", rpe: 3 });
  await addSession(server, ann, { date: "2026-11-11", duration: 100, distance: 20, sport: "Run" });
  await page.goto("/statistics");
  await expect(record(page, "Longest distance")).toContainText("900 km");
  await expect(record(page, "Fastest pace, 5 km to 10 km")).toContainText("–");
  await record(page, "Longest distance").getByRole("button", { name: /^Exclude from records/ }).click();
  await expect(record(page, "Longest distance")).toContainText("20 km");
  await expect(page.getByText("1 session is excluded from records.")).toBeVisible();
  const { updatedAt: _, ...fields } = faulty;
  expect((await sessionsOf(server)).find(({ id }) => id === faulty.id)).toMatchObject({ ...fields, excludedFromRecords: true });
  await page.reload();
  await expect(record(page, "Longest distance")).toContainText("20 km");
  await page.getByRole("button", { name: "Show excluded" }).click();
  await page.getByRole("button", { name: /^Include again/ }).click();
  await expect(record(page, "Longest distance")).toContainText("900 km");
  await toast(page, "Included in records again.").getByRole("button", { name: "Undo" }).click();
  await expect(record(page, "Longest distance")).toContainText("20 km");
});

test("a record leads to its session in the log", async ({ page, server }) => {
  const ann = await addAthlete(server, "Ann");
  await addSession(server, ann, { date: "2026-11-10", duration: 100, distance: 20, sport: "Run" });
  await addSession(server, ann, { date: "2026-11-11", duration: 30, distance: 5, sport: "Run" });
  await page.goto("/statistics");
  await record(page, "Longest distance").getByRole("link").click();
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByRole("article")).toHaveAccessibleName(/20 km/);
});

test("a year of statistics, light and dark", async ({ page, server, picture }) => {
  importRows(server, "Ann", yearOfRows("2026-11-18"));
  await page.goto("/statistics");
  for (const name of [/^Bar chart of/, /^Lines of/]) {
    await expect(page.getByRole("img", { name }).locator("svg path").first()).toBeVisible();
  }
  await expect(record(page, "Longest distance")).toBeVisible();
  expect(await scrollsSideways(page)).toBe(false);
  await picture("statistics");
  await record(page, "Longest distance").scrollIntoViewIfNeeded();
  await picture("records");
  await page.evaluate(() => scrollTo(0, 0));
  await page.emulateMedia({ colorScheme: "dark" });
  await picture("statistics-dark");
});
