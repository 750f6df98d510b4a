import { onDay } from "../support/days.ts";
import { Entry } from "../support/entry.ts";
import { addAthlete, addSession, importRows, sessionsOf, yearOfRows } from "../support/sessions.ts";
import { expect, scrollsSideways, test } from "../support/test.ts";

test.beforeEach(async ({ page }) => onDay(page));

test("a month shows a chip for each session and what each week adds up to", async ({ page, server, isMobile }) => {
  const ann = await addAthlete(server, "Ann");
  await addSession(server, ann, { date: "2026-11-16", duration: 45, distance: 8.5, sport: "Run" });
  await addSession(server, ann, { date: "2026-11-18", duration: 30.5, distance: 5.25, sport: "Run" });
  await addSession(server, ann, { date: "2026-11-22", duration: 60, sport: "Strength" });
  await addSession(server, ann, { date: "2026-11-23", duration: 120, distance: 60, sport: "Ride" });
  await page.goto("/calendar");
  await expect(page.getByRole("heading", { level: 2, name: "November 2026" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Run.*8\.5 km.*45:00.*edit$/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Ride.*60 km.*2:00:00.*30 km\/h.*edit$/ })).toBeVisible();
  const week = isMobile
    ? page.getByRole("main").locator("section").filter({ has: page.getByRole("heading", { level: 3, name: /16.*22/ }) })
    : page.getByRole("table", { name: "November 2026" }).getByRole("row").filter({ has: page.locator("[data-day='2026-11-18']") });
  await expect(week).toContainText("13.8 km");
  await expect(week).toContainText(/2\sh\s16\smin/);
  await expect(week).toContainText("3 sessions");
  expect(await scrollsSideways(page)).toBe(false);
});

test("a click on a day adds a session on that day", async ({ page, server }) => {
  await addAthlete(server, "Ann");
  await page.goto("/calendar");
  await page.locator("[data-day='2026-11-05']").click();
  const entry = new Entry(page);
  await expect(entry.date).toHaveValue("2026-11-05");
  await entry.duration.fill("50");
  await entry.done();
  await expect(page.getByRole("button", { name: /50:00.*edit$/ })).toBeVisible();
  expect(await sessionsOf(server)).toMatchObject([{ date: "2026-11-05", duration: 50 }]);
});

test("a chip opens its session, and what is changed shows on the day that it is moved to", async ({ page, server }) => {
  const ann = await addAthlete(server, "Ann");
  const { id } = await addSession(server, ann, { date: "2026-11-10", duration: 40, distance: 7, sport: "Run" });
  await page.goto("/calendar");
  await page.getByRole("button", { name: /^Run.*edit$/ }).click();
  const entry = new Entry(page);
  await expect(entry.duration).toHaveValue("40");
  await entry.date.fill("2026-11-12");
  await entry.duration.fill("41:15");
  await entry.done();
  await expect(page.getByRole("button", { name: /^Run.*7 km.*41:15.*edit$/ })).toBeVisible();
  await expect(page.locator("[data-day='2026-11-12']")).toHaveAccessibleName(/1 session: add another$/);
  await expect(page.locator("[data-day='2026-11-10']")).toHaveAccessibleName(/^Add session on/);
  expect(await sessionsOf(server)).toMatchObject([{ id, date: "2026-11-12", duration: 41.25, distance: 7 }]);
});

test("the month and the athlete are in the address and outlive a reload", async ({ page, server }) => {
  const ann = await addAthlete(server, "Ann");
  const ben = await addAthlete(server, "Ben");
  await addSession(server, ann, { date: "2026-10-15", duration: 40, sport: "Run" });
  await addSession(server, ben, { date: "2026-10-15", duration: 70, sport: "Ride" });
  await page.goto("/calendar");
  await page.getByRole("button", { name: "Previous month" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "October 2026" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Run.*Ann.*edit$/ })).toBeVisible();
  await page.getByRole("combobox", { name: "Athlete" }).selectOption({ label: "Ben" });
  await expect(page.getByRole("button", { name: /^Run.*edit$/ })).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { level: 2, name: "October 2026" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Ride.*edit$/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Run.*edit$/ })).toBeHidden();
  await page.getByRole("button", { name: "Today" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "November 2026" })).toBeVisible();
  await expect(page.getByText("No sessions in November 2026.")).toBeVisible();
});

test("a month of training", async ({ page, server, picture }) => {
  importRows(server, "Ann", yearOfRows("2026-11-18"));
  await page.goto("/calendar");
  await expect(page.getByRole("button", { name: /, edit$/ }).first()).toBeVisible();
  expect(await page.getByRole("button", { name: /, edit$/ }).count()).toBeGreaterThan(10);
  expect(await scrollsSideways(page)).toBe(false);
  await picture("calendar");
});
