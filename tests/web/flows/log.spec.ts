import type { Locator, Page } from "@playwright/test";
import { onDay, TODAY } from "../support/days.ts";
import { Entry, toast } from "../support/entry.ts";
import { addAthlete, addSession, sessionsOf } from "../support/sessions.ts";
import { expect, test } from "../support/test.ts";

test.beforeEach(async ({ page }) => onDay(page));

const rowOf = (page: Page, name: RegExp): Locator => page.getByRole("article", { name });

/** A row with its notes and buttons. */
async function opened(page: Page, name: RegExp): Promise<Locator> {
  const row = rowOf(page, name);
  await row.getByRole("button", { name: /^Show / }).click();
  await expect(row.getByRole("button", { name: /^Hide / })).toBeVisible();
  return row;
}

const DURATIONS = [
  { typed: "45:30", minutes: 45.5, shown: "45:30" },
  { typed: "1:05:30", minutes: 65.5, shown: "1:05:30" },
  { typed: "1h5m", minutes: 65, shown: "1:05:00" },
];
test("durations and distances are taken as athletes write them", async ({ page, server }) => {
  await addAthlete(server, "Ann");
  await page.goto("/");
  await page.getByRole("button", { name: "Add first session" }).click();
  const entry = new Entry(page);
  for (const { typed, shown } of DURATIONS) {
    await entry.duration.fill(typed);
    await entry.saveAndAdd.click();
    await expect(entry.dialog.getByRole("status")).toContainText(`Saved: ${shown}`);
    await expect(entry.duration).toBeFocused();
    await expect(entry.duration).toHaveValue("");
  }
  await entry.duration.fill("50");
  await entry.distance.fill("10,125");
  await page.keyboard.press("Enter");
  await expect(entry.dialog).toBeHidden();
  await expect(toast(page, "Saved: 50:00, 10.13 km")).toBeVisible();
  for (const { shown } of [...DURATIONS, { shown: "50:00, 10.13 km" }]) await expect(rowOf(page, new RegExp(`^${shown}`))).toBeVisible();
  const saved = await sessionsOf(server);
  expect(saved.map(({ duration, distance }) => [duration, distance]).sort()).toEqual([[45.5, 0], [50, 10.125], [65, 0], [65.5, 0]]);
  expect(new Set(saved.map(({ date }) => date))).toEqual(new Set([TODAY]));
});

test("n opens the form with the last athlete and sport; what is wrong is said beside its field", async ({ page, server }) => {
  await addAthlete(server, "Ann");
  const ben = await addAthlete(server, "Ben");
  await addSession(server, ben, { date: "2026-11-16", duration: 60, sport: "Rowing" });
  await page.goto("/");
  await expect(rowOf(page, /^Rowing/)).toBeVisible();
  await page.keyboard.press("n");
  const entry = new Entry(page);
  await expect(entry.athlete.locator("option:checked")).toHaveText("Ben");
  await expect(entry.sport).toHaveValue("Rowing");
  await expect(entry.date).toHaveValue(TODAY);
  await entry.duration.fill("45:75");
  await page.keyboard.press("Enter");
  await expect(entry.duration).toHaveAccessibleDescription("Minutes and seconds go up to 59");
  await expect(entry.duration).toBeFocused();
  await entry.duration.fill("45:15");
  await entry.sport.selectOption({ label: "Other…" });
  await entry.dialog.getByRole("textbox", { name: "Name of the sport" }).fill("Nordic Ski");
  await entry.effort.selectOption({ label: "7 – very hard" });
  await entry.notes.fill("First snow");
  await entry.done();
  await expect(rowOf(page, /^Nordic Ski, 45:15/)).toBeVisible();
  expect((await sessionsOf(server))[0]).toMatchObject({ athlete_name: "Ben", sport: "Nordic Ski", rpe: 7, notes: "First snow", duration: 45.25 });
});

test("a draft outlives a reload, until it is saved or thrown away", async ({ page, server }) => {
  await addAthlete(server, "Ann");
  await page.goto("/");
  const entry = new Entry(page);
  await entry.open();
  await entry.duration.fill("1:10");
  await entry.notes.fill("Half a story");
  await page.reload();
  await entry.open();
  await expect(entry.dialog).toContainText("This is what you typed before.");
  await expect(entry.duration).toHaveValue("1:10");
  await expect(entry.notes).toHaveValue("Half a story");
  await page.keyboard.press("Escape");
  await expect(entry.dialog).toBeHidden();
  await entry.open();
  await expect(entry.notes).toHaveValue("Half a story");
  await entry.dialog.getByRole("button", { name: "Start afresh" }).click();
  await expect(entry.notes).toHaveValue("");
  await page.keyboard.press("Escape");
  await entry.open();
  await expect(entry.notes).toHaveValue("");
  await expect(entry.dialog).not.toContainText("This is what you typed before.");
});

test("a session is duplicated to today and edited in its place", async ({ page, server }) => {
  const ann = await addAthlete(server, "Ann");
  const first = await addSession(server, ann, { date: "2026-11-10", duration: 45.5, distance: 8.5, sport: "Run", notes: "Loop", rpe: 4 });
  await page.goto("/");
  const row = await opened(page, /^Run, 45:30/);
  await row.getByRole("button", { name: "Duplicate" }).click();
  const copy = new Entry(page);
  await expect(copy.dialog.getByRole("heading", { name: "Duplicate session" })).toBeVisible();
  await expect(copy.date).toHaveValue(TODAY);
  await expect(copy.duration).toHaveValue("45:30");
  await copy.duration.fill("46");
  await copy.done();
  await expect(rowOf(page, /^Run, 46:00/)).toBeVisible();

  await row.getByRole("button", { name: "Edit" }).click();
  const edit = new Entry(page, row);
  await expect(edit.notes).toHaveValue("Loop");
  await edit.notes.fill("Loop, the other way round");
  await edit.save.click();
  await expect(row).toContainText("Loop, the other way round");
  const [duplicate, edited] = await sessionsOf(server);
  expect(duplicate).toMatchObject({ date: TODAY, duration: 46, distance: 8.5, sport: "Run", notes: "Loop", rpe: 4 });
  expect(edited).toEqual({ ...first, notes: "Loop, the other way round", updatedAt: edited?.updatedAt });
});

test("what somebody else changed meanwhile is not overwritten unasked", async ({ page, server, complaints }) => {
  const ann = await addAthlete(server, "Ann");
  const { id } = await addSession(server, ann, { date: "2026-11-17", duration: 45, sport: "Run", notes: "Mine" });
  await page.goto("/");
  const row = await opened(page, /^Run, 45:00/);
  await row.getByRole("button", { name: "Edit" }).click();
  const edit = new Entry(page, row);
  await edit.notes.fill("Mine, corrected");
  await server.api("PUT", `/v1/training-sessions/${id}`, {
    athlete_id: ann,
    date: "2026-11-17",
    duration: 50,
    distance: 0,
    sport: "Run",
    notes: "Theirs",
  });
  await edit.save.click();
  await expect(row.getByRole("alert").filter({ hasText: "Somebody changed this session meanwhile" })).toContainText("Theirs");
  await expect(edit.notes).toHaveValue("Mine, corrected");
  await row.getByRole("button", { name: "Show the new version" }).click();
  await expect(edit.notes).toHaveValue("Theirs");
  await edit.notes.fill("Both of us");
  await edit.save.click();
  await expect(rowOf(page, /^Run, 50:00/)).toContainText("Both of us");
  expect(await sessionsOf(server)).toMatchObject([{ id, duration: 50, notes: "Both of us" }]);
  complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !/status of 412/.test(complaint)));
});

test("a deleted session comes back with its id and its times", async ({ page, server }) => {
  const ann = await addAthlete(server, "Ann");
  const before = await addSession(server, ann, { date: "2026-11-17", duration: 45, distance: 8.123456789, sport: "Run", rpe: 6.5, notes: "Ünïcødé" });
  await addSession(server, ann, { date: "2026-11-18", duration: 30, sport: "Swim" });
  await page.goto("/");
  const row = await opened(page, /^Run, 45:00/);
  await row.getByRole("button", { name: "Delete" }).click();
  await expect(row).toBeHidden();
  await expect(toast(page, "Session deleted")).toBeVisible();
  expect(await sessionsOf(server)).toHaveLength(1);
  await toast(page, "Session deleted").getByRole("button", { name: "Undo" }).click();
  await expect(toast(page, "The session is back")).toBeVisible();
  await expect(rowOf(page, /^Run, 45:00/)).toBeVisible();
  expect((await sessionsOf(server)).find(({ id }) => id === before.id)).toEqual(before);
});

test("filters are in the address, and outlive a reload", async ({ page, server, isMobile }) => {
  const ann = await addAthlete(server, "Ann");
  const ben = await addAthlete(server, "Ben");
  await addSession(server, ann, { date: "2026-11-16", duration: 41, sport: "Run", notes: "Along the RIVER" });
  await addSession(server, ann, { date: "2026-11-17", duration: 42, sport: "Ride" });
  await addSession(server, ben, { date: "2026-11-17", duration: 43, sport: "Run", notes: "river again" });
  await addSession(server, ann, { date: "2026-10-01", duration: 44, sport: "Run", notes: "no river" });
  const shown = async (...minutes: number[]) => {
    await expect(page.getByRole("article")).toHaveCount(minutes.length);
    for (const minute of minutes) await expect(rowOf(page, new RegExp(`${minute}:00`))).toBeVisible();
  };
  await page.goto("/");
  await shown(43, 42, 41, 44);
  const more = async () => {
    if (isMobile) await page.getByRole("button", { name: /Filters|\d filters?$/ }).click();
  };
  await page.getByRole("searchbox").fill("River");
  await shown(43, 41, 44);
  await more();
  await page.getByRole("combobox", { name: "Athlete" }).selectOption({ label: "Ann" });
  await shown(41, 44);
  await page.getByRole("combobox", { name: "Sport" }).selectOption("Run");
  await page.getByRole("combobox", { name: "Time" }).selectOption({ label: "This week" });
  await shown(41);
  const address = new URL(page.url()).searchParams;
  expect(Object.fromEntries(address)).toEqual({ text: "River", athleteId: ann, sport: "Run", from: "2026-11-16", to: "2026-11-22" });
  await page.reload();
  await shown(41);
  await expect(page.getByRole("searchbox")).toHaveValue("River");
  await more();
  await page.getByRole("combobox", { name: "Time" }).selectOption({ label: "From … to …" });
  await page.getByLabel("From", { exact: true }).fill("2026-09-01");
  await page.getByLabel("To", { exact: true }).fill("2026-10-31");
  await shown(44);
  await page.getByRole("searchbox").fill("mountain");
  await expect(page.getByRole("heading", { name: "No sessions match" })).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await shown(43, 42, 41, 44);
  expect(new URL(page.url()).search).toBe("");
});
