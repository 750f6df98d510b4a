// Three real logs through the page's import; then the page must say what expected.json says. No pictures: they are other people's.
import { basename, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { DATA, expectedOf, isoWeekOf } from "../support/real_logs.ts";
import { expect, test } from "../support/test.ts";

const NAMES = ["garmin_grunt/Activities.csv", "joboso/activities.csv", "dangoldin/cardioActivities.csv"];
const MONTHS_SHOWN = 60;

// The expected days of exports in UTC are days of UTC. Traces would keep what is not ours.
test.use({ timezoneId: "UTC", trace: "off" });

interface Period {
  start: string;
  totalSessions: number;
  totalDuration: number;
  totalDistance: number;
}

const number = (value: number, places: number) => new Intl.NumberFormat("en", { maximumFractionDigits: places }).format(value);
const kilometres = (value: number, places = 2) => (value > 0 ? `${number(value, places)} km` : "–");
const shortKilometres = (value: number) => kilometres(value, value < 99.95 ? 1 : 0);
const clock = (minutes: number) => {
  const seconds = Math.round(minutes * 60);
  const two = (part: number) => String(part).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return `${hours > 0 ? `${hours}:` : ""}${hours > 0 ? two(Math.floor(seconds / 60) % 60) : Math.floor(seconds / 60)}:${two(seconds % 60)}`;
};
const hours = (minutes: number) => {
  const whole = Math.round(minutes);
  return [whole >= 60 ? `${Math.floor(whole / 60)} h` : "", whole % 60 > 0 ? `${whole % 60} min` : ""].filter(Boolean).join(" ");
};
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f\u2009]/g, " ").trim();
const monthName = (month: string) =>
  new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${month}-01T00:00:00Z`));

async function valueOf(page: Page, record: string): Promise<string[]> {
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: record, exact: true }) });
  return (await row.getByRole("cell").allInnerTexts()).map(plain);
}

const tile = (page: Page, name: string) => page.locator("dl > div").filter({ has: page.locator("dt", { hasText: name }) });

/** The months of the statistics' table, by name: distance, time, sessions. */
async function monthsShown(page: Page, until: string): Promise<Map<string, string[]>> {
  await page.goto(`/statistics?by=month&count=${MONTHS_SHOWN}&until=${until}-01`);
  const bars = page.locator("section").filter({ has: page.getByRole("heading", { name: /by month/ }) });
  await bars.getByRole("button", { name: "Show as table" }).click();
  const rows = bars.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(MONTHS_SHOWN + 1);
  const texts = await rows.evaluateAll((all) => all.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")));
  return new Map(texts.slice(1).map(([name = "", ...cells]) => [name, cells]));
}

for (const name of NAMES) {
  test(`${name}, imported by the page, gives the statistics that are expected`, async ({ page, server, complaints }) => {
    const expected = expectedOf(name);
    test.skip(expected === null, `${DATA} is not there`);
    if (expected === null) return;
    test.setTimeout(180_000);
    await page.goto("/import");
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose files" }).click();
    await (await choosing).setFiles(resolve(DATA, name));
    await page.getByRole("textbox", { name: "Name of the new athlete" }).fill("Somebody");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: `Import ${number(expected.rows, 0)} sessions` }).click();
    await expect(page.getByRole("heading", { name: `${basename(name)} is imported` })).toBeVisible({ timeout: 90_000 });
    complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !/status of 422/.test(complaint)));

    const { statistics } = expected;
    await page.goto("/statistics");
    await expect(tile(page, "Longest daily streak")).toContainText(`${number(statistics.longest_daily_streak, 0)} days`);
    await expect(tile(page, "Longest weekly streak")).toContainText(`${number(statistics.longest_weekly_streak_iso, 0)} weeks`);
    const active = [statistics.active_days, statistics.iso_weeks_active, statistics.months_active].map((count) => number(count, 0));
    await expect(page.getByText(`Active: ${active[0]} days, ${active[1]} weeks, ${active[2]} months`)).toBeVisible();
    expect((await valueOf(page, "Longest distance"))[0]).toBe(kilometres(statistics.longest_km[0]));
    expect((await valueOf(page, "Longest time"))[0]).toBe(clock(statistics.longest_min[0]));
    expect((await valueOf(page, "Eddington number"))[0]).toBe(String(statistics.eddington_km));
    expect((await valueOf(page, "Best month, distance")).slice(0, 2)).toEqual([
      kilometres(statistics.best_month_km[0]),
      monthName(statistics.best_month_km[1]),
    ]);
    expect((await valueOf(page, "Best week, distance"))[0]).toBe(kilometres(statistics.best_iso_week_km[0]));

    const months = Object.keys(statistics.months).sort();
    const shown = new Map<string, string[]>();
    for (let last = months.at(-1); last !== undefined; ) {
      const found = await monthsShown(page, last);
      for (const [month, cells] of found) shown.set(month, cells);
      last = months.findLast((month) => !shown.has(monthName(month)));
    }
    for (const month of months) {
      const [sessions, minutes, distance] = statistics.months[month] ?? [0, 0, 0];
      const cells = (shown.get(monthName(month)) ?? []).slice(0, 3).map(plain);
      expect(cells, month).toEqual([shortKilometres(distance), hours(minutes), number(sessions, 0)]);
    }
    expect([...shown.values()].filter((cells) => cells[2] !== "–")).toHaveLength(months.length);
  });

  test(`${name} gives the weeks and months that are expected`, async ({ server, isMobile }) => {
    const expected = expectedOf(name);
    test.skip(expected === null, `${DATA} is not there`);
    test.skip(isMobile === true, "the same numbers on every screen");
    if (expected === null) return;
    server.importLog(resolve(DATA, name), "Somebody");
    const periods = async (by: string) => (await server.api<{ periods: Period[] }>("GET", `/v1/statistics/periods?by=${by}`)).periods;
    const sums = (all: readonly Period[], nameOf: (start: string) => string) =>
      Object.fromEntries(
        all.map((period) => [
          nameOf(period.start),
          [period.totalSessions, expect.closeTo(period.totalDuration, 2), expect.closeTo(period.totalDistance, 3)],
        ]),
      );
    expect(expected.statistics.iso_weeks).toEqual(sums(await periods("week"), isoWeekOf));
    expect(expected.statistics.months).toEqual(sums(await periods("month"), (start) => start.slice(0, 7)));
    const records = await server.api<{ fastestPaces: { record: { value: number } | null }[]; bestWeek: { byDistance: Period } }>(
      "GET",
      "/v1/statistics/records",
    );
    const paces = records.fastestPaces.flatMap(({ record }) => (record === null ? [] : [record.value]));
    expect(Math.min(...paces)).toBeCloseTo(expected.statistics.fastest_pace_ge1km[0], 4);
    expect(isoWeekOf(records.bestWeek.byDistance.start)).toBe(expected.statistics.best_iso_week_km[1]);
  });
}
