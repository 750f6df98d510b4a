import { onDay } from "../support/days.ts";
import { Entry } from "../support/entry.ts";
import { addAthlete, addSession, importRows, sessionsOf, yearOfRows } from "../support/sessions.ts";
import { expect, scrollsSideways, test } from "../support/test.ts";

test.beforeEach(async ({ page }) => onDay(page));

test("each day of the year has a step of five, and says in words what it stands for", async ({ page, server }) => {
  const ann = await addAthlete(server, "Ann");
  for (const [index, distance] of [2, 4, 6, 8, 10].entries()) {
    await addSession(server, ann, { date: `2026-03-0${index + 1}`, duration: distance * 6, distance, sport: "Run", rpe: 5 });
  }
  await page.goto("/year");
  await expect(page.getByRole("heading", { level: 2, name: "2026" })).toBeVisible();
  await expect(page.locator("[data-day^='2026-']")).toHaveCount(365);
  for (const step of [1, 2, 3, 4, 5]) {
    await expect(page.locator(`[data-day='2026-03-0${step}']`)).toHaveAttribute("data-step", String(step));
  }
  await expect(page.locator("[data-day='2026-03-06']")).toHaveAttribute("data-step", "0");
  await expect(page.locator("[data-day='2026-03-06']")).toHaveAccessibleName(/: no session$/);
  await expect(page.locator("[data-day='2026-03-05']")).toHaveAccessibleName(/: 1 session, 10 km, 1:00:00, load 300$/);
  const colours = new Set<string>();
  for (const day of [1, 2, 3, 4, 5, 6]) {
    colours.add(await page.locator(`[data-day='2026-03-0${day}']`).evaluate((cell) => getComputedStyle(cell).backgroundColor));
  }
  expect(colours.size).toBe(6);
  await page.getByText("Sessions", { exact: true }).click();
  await expect(page.locator("[data-day='2026-03-05']")).toHaveAttribute("data-step", "1");
  await expect(page).toHaveURL(/measure=sessions/);
});

test("a day shows its sessions, and adds another", async ({ page, server }) => {
  const ann = await addAthlete(server, "Ann");
  await addSession(server, ann, { date: "2026-06-21", duration: 90, distance: 15.5, sport: "Run", notes: "Around the lake" });
  await page.goto("/year");
  await page.locator("[data-day='2026-06-21']").click();
  await expect(page.getByRole("button", { name: /^Run.*15\.5 km.*1:30:00.*Around the lake.*edit$/ })).toBeVisible();
  await expect(page).toHaveURL(/day=2026-06-21/);
  await page.reload();
  const panel = page.locator("section").filter({ has: page.getByRole("heading", { level: 3, name: /June 21|21 June/ }) });
  await panel.getByRole("button", { name: "Add session" }).click();
  const entry = new Entry(page);
  await expect(entry.date).toHaveValue("2026-06-21");
  await entry.duration.fill("20");
  await entry.done();
  await expect(page.locator("[data-day='2026-06-21']")).toHaveAccessibleName(/2 sessions/);
  expect((await sessionsOf(server)).map(({ date }) => date)).toEqual(["2026-06-21", "2026-06-21"]);
});

test("the table says what the grid shows, and other years are a click away", async ({ page, server, picture }) => {
  const rows = yearOfRows("2026-11-18");
  importRows(server, "Ann", rows);
  await page.goto("/year");
  await expect(page.locator("[data-step='5']").first()).toBeVisible();
  expect(await scrollsSideways(page)).toBe(false);
  await picture("year");
  await page.getByRole("button", { name: "Show as table" }).click();
  const ofYear = rows.filter(({ date }) => date.startsWith("2026"));
  const ofMay = rows.filter(({ date }) => date.startsWith("2026-05"));
  await expect(page.getByRole("row", { name: /^May/ }).getByRole("cell").first()).toHaveText(String(ofMay.length));
  await expect(page.getByRole("row", { name: /^Year/ }).getByRole("cell").first()).toHaveText(String(ofYear.length));
  await page.getByRole("button", { name: "Previous year" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "2025" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Year/ }).getByRole("cell").first()).toHaveText(String(rows.length - ofYear.length));
  await page.getByRole("button", { name: "This year" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "2026" })).toBeVisible();
});
