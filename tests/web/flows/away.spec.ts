// When the server is not there, or does not let everybody in.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Entry } from "../support/entry.ts";
import { addAthlete, addSession, sessionsOf } from "../support/sessions.ts";
import { expect, test } from "../support/test.ts";

const RUN = { date: "2026-11-17", duration: 45, distance: 8.5, sport: "Run", notes: "Along the river" };

test.describe("a server that stops", () => {
  // The browser says of each request that nobody answered.
  test.afterEach(({ complaints }) => {
    complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !/ERR_CONNECTION_REFUSED|ERR_INTERNET/.test(complaint)));
  });

  test("what was loaded can still be read, and a retry finds the server when it is back", async ({ page, server, picture }) => {
    const ann = await addAthlete(server, "Ann");
    await addSession(server, ann, RUN);
    await page.goto("/calendar");
    await expect(page.getByRole("heading", { level: 2 })).toBeVisible();
    await page.getByRole("link", { name: "Log", exact: true }).click();
    await expect(page.getByText("Along the river")).toBeVisible();
    await server.stop();
    // A month that was never looked at cannot be shown, and says so; the log still can.
    await page.getByRole("link", { name: "Calendar" }).click();
    await page.getByRole("button", { name: "Previous month" }).click();
    const failed = page.getByRole("alert").filter({ hasText: "The sessions could not be loaded" });
    await expect(failed).toContainText("The server does not answer");
    await picture("away");
    await page.getByRole("link", { name: "Log", exact: true }).click();
    await expect(page.getByText("Along the river")).toBeVisible();
    const banner = page.getByRole("status").filter({ has: page.getByRole("button", { name: "Retry" }) });
    await expect(banner).toBeVisible();
    await server.start();
    await banner.getByRole("button", { name: "Retry" }).click();
    await expect(banner).toBeHidden();
    await page.getByRole("link", { name: "Calendar" }).click();
    await page.getByRole("button", { name: "Previous month" }).click();
    await expect(page.getByText(/^No sessions in /)).toBeVisible();
  });

  test("what was typed is not lost when it cannot be saved", async ({ page, server }) => {
    await addAthlete(server, "Ann");
    await page.goto("/");
    const entry = new Entry(page);
    await entry.open();
    await entry.duration.fill("1:05:30");
    await entry.notes.fill("Into the wind");
    await server.stop();
    await entry.save.click();
    await expect(entry.dialog.getByRole("alert")).toContainText("the server does not answer. What you typed is kept");
    await expect(entry.duration).toHaveValue("1:05:30");
    await server.start();
    await entry.done();
    expect(await sessionsOf(server)).toMatchObject([{ duration: 65.5, notes: "Into the wind" }]);
  });

  test("a reload without the server shows the page and what was loaded", async ({ page, server }) => {
    const ann = await addAthlete(server, "Ann");
    await addSession(server, ann, RUN);
    await page.goto("/");
    await expect(page.getByText("Along the river")).toBeVisible();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // The second visit is the worker's, and what it loads is written down for the third.
    await page.reload();
    await expect(page.getByText("Along the river")).toBeVisible();
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await expect.poll(() => page.evaluate(keptText)).toContain("Along the river");
    await server.stop();
    await page.reload();
    await expect(page.getByText("Along the river")).toBeVisible();
    await expect(page.getByRole("button", { name: "Retry" }).first()).toBeVisible();
  });
});

/** Everything that the page has written into its databases, as text. */
async function keptText(): Promise<string> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  let text = "";
  for (const { name } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name ?? ""));
    for (const store of database.objectStoreNames) {
      text += JSON.stringify(await settled(database.transaction(store).objectStore(store).getAll()));
    }
    database.close();
  }
  return text;
}

const TOKEN = "correct-horse-battery-staple-0123456789";

const guarded = test.extend({
  serverOptions: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "training-tracker-token-"));
    const file = join(folder, "tokens");
    writeFileSync(file, `${TOKEN}\n`, { mode: 0o600 });
    await use(["--token-file", file]);
    rmSync(folder, { recursive: true, force: true });
  },
});

guarded.describe("a server that wants a token", () => {
  guarded.afterEach(({ complaints }) => {
    complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !/status of 401/.test(complaint)));
  });

  guarded("it is asked for, a wrong one is refused, the right one is kept as long as the user wants", async ({ page, picture }) => {
    await page.goto("/");
    const field = page.getByLabel("Token", { exact: true });
    await expect(field).toBeVisible();
    await field.fill("wrong-horse-battery-staple-0123456789");
    await page.keyboard.press("Enter");
    await expect(page.getByText("The server does not accept this token.")).toBeVisible();
    await picture("token");
    await field.fill(TOKEN);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "No sessions yet" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "No sessions yet" })).toBeVisible();
    // Not written down for other tabs, since nobody asked for it.
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("correct-horse");

    await page.goto("/settings");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto("/");
    await expect(field).toBeVisible();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain("correct-horse");
  });
});
