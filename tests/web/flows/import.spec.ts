import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { fitFile, GPX, TCX } from "../support/device_files.ts";
import { onDay } from "../support/days.ts";
import { addAthlete, addSession, csvOf, sessionsOf, yearOfRows } from "../support/sessions.ts";
import { expect, scrollsSideways, test } from "../support/test.ts";

test.beforeEach(async ({ page }) => onDay(page));

interface Dropped {
  name: string;
  content: string | Uint8Array;
}

/** As if the files were dragged from a folder. */
async function drop(page: Page, ...files: readonly Dropped[]): Promise<void> {
  const bytes = files.map(({ name, content }) => ({ name, base64: Buffer.from(content).toString("base64") }));
  const dragged = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of all) {
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    }
    return transfer;
  }, bytes);
  const zone = page.getByText("Drop files here");
  for (const event of ["dragenter", "dragover", "drop"]) await zone.dispatchEvent(event, { dataTransfer: dragged });
}

/** Whose sessions they are, where the file does not say. */
async function nameAthlete(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Name of the new athlete" }).fill(name);
  await page.keyboard.press("Enter");
}

const outcome = (page: Page, name: RegExp) => page.getByRole("group", { name: "Show rows" }).getByRole("button", { name });

const LOG = `Date,Duration,Distance,Sport,Notes
2026-11-16,45:00,8.5,Run,"Along the river, easy"
2026-11-17,1:05:30,30.2,Ride,
2026-11-18,thirty,5.0,Run,
`;

test("a dropped CSV shows each row as new, duplicate or error; what is good is written, and only once", async ({
  page,
  server,
  picture,
  complaints,
}) => {
  const ann = await addAthlete(server, "Ann");
  await addSession(server, ann, { date: "2026-10-01", duration: 20 });
  await page.goto("/import");
  await drop(page, { name: "log.csv", content: LOG });
  await expect(outcome(page, /^2\s+New$/)).toBeVisible();
  await expect(outcome(page, /^0\s+Duplicate$/)).toBeVisible();
  await expect(outcome(page, /^1\s+Error$/)).toBeVisible();
  const rows = page.getByRole("table", { name: "Rows of log.csv" });
  await expect(rows.getByRole("row").filter({ hasText: "Along the river" })).toContainText("45:00");
  await outcome(page, /Error/).click();
  await expect(rows.getByRole("row")).toHaveCount(2);
  await expect(rows.getByRole("row").nth(1)).toContainText("thirty");
  expect(await sessionsOf(server)).toHaveLength(1);
  expect(await scrollsSideways(page)).toBe(false);
  await picture("import");
  await page.getByRole("button", { name: "Import 2 sessions" }).click();
  await expect(page.getByRole("heading", { name: "log.csv is imported" })).toBeVisible();
  await expect(page.getByText("1 row was left out.")).toBeVisible();
  expect(await sessionsOf(server)).toMatchObject([
    { date: "2026-11-17", duration: 65.5, distance: 30.2, sport: "Ride", athlete_name: "Ann" },
    { date: "2026-11-16", duration: 45, distance: 8.5, sport: "Run", notes: "Along the river, easy" },
    { date: "2026-10-01" },
  ]);

  await page.getByRole("button", { name: "Import more files" }).click();
  await drop(page, { name: "log.csv", content: LOG });
  await expect(outcome(page, /^2\s+Duplicate$/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Nothing new in this file." })).toBeDisabled();
  expect(await sessionsOf(server)).toHaveLength(3);
  // A file that names no athlete is asked for one first.
  complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !/status of 422/.test(complaint)));
});

test("columns that are not recognised are asked for", async ({ page, server, complaints }) => {
  const content = "Wann,Wie lange,Wohin\n2026-11-16,45,Wald\n2026-11-17,50,See\n";
  await addAthlete(server, "Ann");
  await page.goto("/import");
  await drop(page, { name: "notebook.csv", content });
  await expect(page.getByText("Which columns are which?")).toBeVisible();
  await page.getByRole("combobox", { name: "Date", exact: true }).selectOption({ label: "Wann" });
  await page.getByRole("combobox", { name: "Duration" }).selectOption({ label: "Wie lange" });
  await page.getByRole("combobox", { name: "Notes" }).selectOption({ label: "Wohin" });
  await page.getByRole("button", { name: "Import 2 sessions" }).click();
  await expect(page.getByRole("heading", { name: "notebook.csv is imported" })).toBeVisible();
  expect(await sessionsOf(server)).toMatchObject([
    { date: "2026-11-17", duration: 50, notes: "See" },
    { date: "2026-11-16", duration: 45, notes: "Wald" },
  ]);
  complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !/status of 422/.test(complaint)));
});

test("files of a watch are taken one after another, for a new athlete", async ({ page, server, complaints }) => {
  await page.goto("/import");
  await drop(
    page,
    { name: "run.tcx", content: TCX },
    { name: "run.gpx", content: GPX },
    { name: "run.fit", content: fitFile() },
    { name: "broken.fit", content: fitFile().slice(0, 40) },
  );
  await nameAthlete(page, "Ann");
  for (const name of ["run.tcx", "run.gpx", "run.fit"]) {
    await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
    await page.getByRole("button", { name: "Import 1 session", exact: true }).click();
    await expect(page.getByRole("heading", { name: `${name} is imported` })).toBeVisible();
    await page.getByRole("button", { name: "Next file" }).click();
  }
  await expect(page.getByRole("alert").filter({ hasText: "broken.fit could not be read." })).toContainText("cut off");
  const sessions = await sessionsOf(server);
  expect(sessions).toMatchObject([
    { date: "2026-11-15", duration: 30, distance: 5, sport: "Run", athlete_name: "Ann" },
    { date: "2026-11-14", duration: 20, sport: "Run" },
    { date: "2026-11-13", duration: 52.525, distance: 10.42, sport: "Run", rpe: 6.5 },
  ]);
  expect(sessions[1]?.distance).toBeCloseTo(3.336, 2);
  complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !/status of 422/.test(complaint)));
});

test("a long file is written piece by piece, and can be exported again", async ({ page, server, complaints }) => {
  const rows = Array.from({ length: 5 }, (_, year) => yearOfRows(`${2022 + year}-11-18`, year + 3)).flat();
  await page.goto("/import");
  await drop(page, { name: "years.csv", content: csvOf(rows) });
  await nameAthlete(page, "Ann");
  await page.getByRole("button", { name: /^Import 1,\d{3} sessions$/ }).click();
  await expect(page.getByRole("heading", { name: "years.csv is imported" })).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "Import more files" }).click();

  const downloading = page.waitForEvent("download");
  await page.getByRole("textbox", { name: "From" }).or(page.getByLabel("From")).first().fill("2026-11-01");
  await page.getByRole("combobox", { name: "Sport" }).selectOption("Run");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const csv = await downloading;
  expect(csv.suggestedFilename()).toMatch(/^training-tracker.*\.csv$/);
  const lines = readFileSync(await csv.path(), "utf8").trim().split(/\r?\n/);
  const runs = rows.filter(({ date, sport }) => date >= "2026-11-01" && sport === "Run");
  expect(lines.length - 1).toBe(runs.length);

  const everything = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export everything (JSON)" }).click();
  const json = readFileSync(await (await everything).path(), "utf8");
  expect(JSON.parse(json)).toBeTruthy();
  await drop(page, { name: "everything.json", content: json });
  await expect(page.getByRole("button", { name: "Nothing new in this file." })).toBeDisabled();
  complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !/status of 422/.test(complaint)));
});
