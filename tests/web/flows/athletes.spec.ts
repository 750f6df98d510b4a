import { onDay } from "../support/days.ts";
import { addAthlete, addSession, importRows, sessionsOf, yearOfRows } from "../support/sessions.ts";
import { expect, scrollsSideways, test } from "../support/test.ts";

test.beforeEach(async ({ page }) => onDay(page));

test("the roster shows each athlete's last session and the seven days that end today", async ({ page, server, picture }) => {
  importRows(server, "Ann", yearOfRows("2026-11-18"));
  const ben = await addAthlete(server, "Ben");
  await addSession(server, ben, { date: "2026-11-11", duration: 60, distance: 30, sport: "Ride" });
  await addSession(server, ben, { date: "2026-11-12", duration: 45, distance: 20.5, sport: "Ride" });
  await addSession(server, ben, { date: "2026-11-18", duration: 30, distance: 10, sport: "Ride" });
  await addAthlete(server, "Cleo");
  await page.goto("/athletes");
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: "Ben" }) });
  await expect(row).toContainText(/Nov 18, 2026|18 Nov 2026/);
  await expect(row).toContainText("Ride · 30 min · 10 km");
  await expect(row).toContainText(/1\sh\s15\smin/);
  await expect(row).toContainText("2 sessions · 30.5 km");
  // Weeks begin on Monday: 60 and 45 minutes in the one before this one's 30.
  await expect(row.getByRole("img")).toHaveAccessibleName(/none, none, 1\sh\s45\smin, 30\smin$/);
  await expect(page.getByRole("row").filter({ hasText: "Cleo" })).toContainText("No sessions yet");
  expect(await scrollsSideways(page)).toBe(false);
  await picture("athletes");
});

test("an athlete is added, and cannot be without a name", async ({ page, server }) => {
  await page.goto("/athletes");
  await page.getByRole("button", { name: "Add athlete" }).first().click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill("Zoë van Dijk");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Zoë van Dijk" })).toBeVisible();
  expect(await server.api("GET", "/v1/athletes")).toMatchObject([{ name: "Zoë van Dijk" }]);
});

test("a profile adds up what the athlete did, by sport too", async ({ page, server, picture }) => {
  const rows = yearOfRows("2026-11-18");
  importRows(server, "Ann", rows);
  await page.goto("/athletes");
  await page.getByRole("link", { name: "Ann" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ann" })).toBeVisible();
  const runs = rows.filter(({ sport }) => sport === "Run");
  await expect(page.getByRole("row", { name: /^Run/ }).getByRole("cell").first()).toHaveText(String(runs.length));
  await expect(page.getByRole("definition").first()).toHaveText(String(rows.length));
  expect(await scrollsSideways(page)).toBe(false);
  await picture("athlete");
});

test("a new name shows in the sessions too", async ({ page, server }) => {
  await addAthlete(server, "Ben");
  const id = await addAthlete(server, "An");
  await addSession(server, id, { date: "2026-11-18", duration: 30, sport: "Run" });
  await page.goto(`/athletes/${id}`);
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Anna");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Anna" })).toBeVisible();
  expect(await sessionsOf(server)).toMatchObject([{ athlete_name: "Anna" }]);
  await page.goto("/");
  await expect(page.getByRole("main")).toContainText("Anna");
});

test("an athlete with sessions goes only after the name has been typed", async ({ page, server }) => {
  const ann = await addAthlete(server, "Ann Lee");
  const ben = await addAthlete(server, "Ben");
  for (const day of ["16", "17", "18"]) await addSession(server, ann, { date: `2026-11-${day}`, duration: 30 });
  const kept = await addSession(server, ben, { date: "2026-11-18", duration: 45 });
  await page.goto(`/athletes/${ann}`);
  await page.getByRole("button", { name: "Delete athlete" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete Ann Lee?" });
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("3 sessions are deleted with this athlete");
  expect(await sessionsOf(server)).toHaveLength(4);
  const confirm = dialog.getByRole("button", { name: "Delete athlete and sessions" });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox", { name: "Type the athlete’s name to confirm:" }).fill("Ann");
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox").fill("Ann Lee");
  await confirm.click();
  await expect(page.getByRole("link", { name: "Ben" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Ann Lee" })).toBeHidden();
  expect((await sessionsOf(server)).map(({ id }) => id)).toEqual([kept.id]);
});

// The browser says of every refusal that it was one, and of what is asked about an athlete who is gone.
test.afterEach(({ complaints }) => {
  complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !/status of (400|404)/.test(complaint)));
});
