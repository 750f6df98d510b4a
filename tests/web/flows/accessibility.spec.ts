// Everyone can read every page, and everything can be done without a pointer.
import type { Page } from "@playwright/test";
import { barriers } from "../support/axe.ts";
import { onDay } from "../support/days.ts";
import { Entry, toast } from "../support/entry.ts";
import { addAthlete, addSession, csvOf, importRows, sessionsOf, yearOfRows } from "../support/sessions.ts";
import { expect, test } from "../support/test.ts";

test.beforeEach(async ({ page }) => onDay(page));

const PAGES = ["/", "/calendar", "/year", "/statistics", "/athletes", "/import", "/settings"];

for (const theme of ["light", "dark"] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test("axe finds no barrier on any page with a year of sessions", async ({ page, server }) => {
      test.setTimeout(120_000);
      importRows(server, "Ann", yearOfRows("2026-11-18"));
      importRows(server, "Ben", yearOfRows("2026-11-18", 11).slice(-40));
      const athletes = await server.api<{ id: string }[]>("GET", "/v1/athletes");
      const found: Record<string, string[]> = {};
      for (const path of [...PAGES, `/athletes/${athletes[0]?.id ?? ""}`]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator("[aria-busy='true']")).toHaveCount(0);
        const table = page.getByRole("button", { name: "Show as table" });
        for (let left = await table.count(); left > 0; left--) await table.first().click();
        const barriersHere = await barriers(page);
        if (barriersHere.length > 0) found[path] = barriersHere;
      }
      expect(found).toEqual({});
    });

    test("axe finds no barrier in dialogs, previews and empty pages", async ({ page, server, complaints }) => {
      test.setTimeout(120_000);
      const found: Record<string, string[]> = {};
      const look = async (what: string) => {
        const barriersHere = await barriers(page);
        if (barriersHere.length > 0) found[what] = barriersHere;
      };
      for (const path of PAGES) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator("[aria-busy='true']")).toHaveCount(0);
        await look(`${path}, empty`);
      }
      const ann = await addAthlete(server, "Ann");
      await addSession(server, ann, { date: "2026-11-18", duration: 45, distance: 8.5, sport: "Run" });
      await page.goto("/calendar");
      await page.keyboard.press("n");
      const entry = new Entry(page);
      await entry.duration.fill("soon");
      await entry.save.click();
      await expect(entry.duration).toHaveAttribute("aria-invalid", "true");
      await look("the form with an error");
      await page.goto(`/athletes/${ann}`);
      await page.getByRole("button", { name: "Delete athlete" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
      await expect(page.getByRole("dialog").getByRole("alert")).toBeVisible();
      await look("the question before a deletion");
      await page.goto("/import");
      await chooseFile(page, csvOf([{ date: "2026-11-18", duration: 45, distance: 8.5, sport: "Run" }]) + "never,1,2\n");
      await expect(page.getByRole("table")).toBeVisible();
      await look("the preview of an import");
      expect(found).toEqual({});
      complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !/status of (400|409|422)/.test(complaint)));
    });
  });
}

async function chooseFile(page: Page, content: string): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).focus();
  await page.keyboard.press("Enter");
  await (await choosing).setFiles({ name: "log.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
}

/** Presses Tab until the element with that name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let count = 0; count < 60; count++) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const active = document.activeElement;
      const label = active instanceof HTMLInputElement || active instanceof HTMLSelectElement ? active.labels?.[0]?.textContent : null;
      return active?.getAttribute("aria-label") ?? label ?? active?.textContent ?? "";
    });
    passed.push(here);
    if (typeof name === "string" ? here.trim() === name : name.test(here)) return;
  }
  throw new Error(`Tab never came to ${String(name)}, but to: ${passed.join(" | ")}`);
}

test.describe("by keyboard alone", () => {
  test.skip(({ isMobile }) => isMobile === true, "a phone has no keyboard");

  test("a day of the calendar is found with the arrows, and a session added, changed, deleted and brought back", async ({ page, server }) => {
    await addAthlete(server, "Ann");
    await page.goto("/calendar");
    await expect(page.locator("[aria-current='date']")).toBeVisible();
    await tabTo(page, /^Add session on .*(November 18|18 November)/);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowLeft");
    await expect(page.locator("[data-day='2026-11-10']")).toBeFocused();
    await page.keyboard.press("Enter");
    const entry = new Entry(page);
    await expect(entry.duration).toBeFocused();
    await page.keyboard.type("45:30");
    await page.keyboard.press("Enter");
    await expect(entry.dialog).toBeHidden();
    // The focus is where it was.
    await expect(page.locator("[data-day='2026-11-10']")).toBeFocused();
    const [added] = await sessionsOf(server);
    expect(added).toMatchObject({ date: "2026-11-10", duration: 45.5 });

    await tabTo(page, /45:30.*edit$/);
    await page.keyboard.press("Enter");
    await expect(entry.duration).toBeFocused();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("50");
    await page.keyboard.press("Escape");
    await expect(entry.dialog).toBeHidden();
    expect((await sessionsOf(server))[0]?.duration).toBe(45.5);
  });

  test("the log is searched by /, and a session of it deleted and brought back", async ({ page, server }) => {
    const ann = await addAthlete(server, "Ann");
    const kept = await addSession(server, ann, { date: "2026-11-17", duration: 45, notes: "Along the river" });
    await addSession(server, ann, { date: "2026-11-18", duration: 60, notes: "Track" });
    await page.goto("/");
    await expect(page.getByText("Along the river")).toBeVisible();
    await page.keyboard.press("/");
    await page.keyboard.type("river");
    await expect(page.getByText("Track", { exact: true })).toBeHidden();
    await tabTo(page, /^Show /);
    await page.keyboard.press("Enter");
    await tabTo(page, "Delete");
    await page.keyboard.press("Enter");
    await expect(toast(page, "Session deleted")).toBeVisible();
    await tabTo(page, "Undo");
    await page.keyboard.press("Enter");
    await expect(toast(page, "The session is back")).toBeVisible();
    await expect(page.getByText("Along the river")).toBeVisible();
    expect((await sessionsOf(server)).find(({ id }) => id === kept.id)).toEqual(kept);
  });

  test("a file is imported", async ({ page, server, complaints }) => {
    await addAthlete(server, "Ann");
    await page.goto("/import");
    await chooseFile(page, csvOf([{ date: "2026-11-18", duration: 45.5, distance: 8.5, sport: "Run" }]));
    await expect(page.getByRole("button", { name: "Import 1 session" })).toBeEnabled();
    await tabTo(page, "Import 1 session");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "log.csv is imported" })).toBeFocused();
    expect(await sessionsOf(server)).toHaveLength(1);
    // The file names no athlete; there is only one.
    complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !/status of 422/.test(complaint)));
  });

  test("the focus can be seen, and the first Tab leads past the navigation", async ({ page }) => {
    await page.goto("/settings");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
    await expect(page.getByRole("link", { name: "Skip to content" })).toBeInViewport();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const focused = page.locator("main :focus");
    await expect(focused).toHaveCount(1);
    for (let count = 0; count < 5; count++) {
      // A radio button that is drawn by its label shows it there.
      const outlines = await page
        .locator(":focus")
        .evaluate((element) =>
          [element, element.parentElement, element.nextElementSibling].flatMap((each) =>
            each ? [getComputedStyle(each).outlineStyle, getComputedStyle(each).boxShadow] : [],
          ),
        );
      expect(outlines.filter((style) => style !== "none"), await page.locator(":focus").evaluate((element) => element.outerHTML)).not.toEqual([]);
      await page.keyboard.press("Tab");
    }
  });
});
