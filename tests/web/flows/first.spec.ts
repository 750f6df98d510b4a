import { Entry, toast } from "../support/entry.ts";
import { sessionsOf } from "../support/sessions.ts";
import { expect, test } from "../support/test.ts";

const MINUTE_MS = 60_000;

test("from the first look at an empty store to the first saved session: twelve clicks and keys, in less than a minute", async ({
  page,
  server,
  picture,
}) => {
  const begun = Date.now();
  let deeds = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      deeds++;
    }
  };
  await page.goto("/");
  await page.getByRole("button", { name: "Add first session" }).click();
  deeds++;
  const entry = new Entry(page);
  await expect(entry.dialog.getByRole("textbox", { name: "Your name" })).toBeFocused();
  await press("A", "n", "n", "Tab");
  await expect(entry.duration).toBeFocused();
  await press("4", "5", "Tab");
  await expect(entry.distance).toBeFocused();
  await press("8", ".", "5");
  await picture("first-session");
  await press("Enter");
  await expect(toast(page, /^Saved: .*45:00, 8\.5 km/)).toBeVisible();
  expect(deeds).toBeLessThanOrEqual(12);
  expect(Date.now() - begun).toBeLessThan(MINUTE_MS);

  const [saved, ...others] = await sessionsOf(server);
  expect(others).toEqual([]);
  expect(saved).toMatchObject({ athlete_name: "Ann", duration: 45, distance: 8.5 });
  const today = await page.evaluate(() => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  });
  expect(saved?.date).toBe(today);
});

test("an empty store offers example data, and shows it at once", async ({ page, server }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Try example data" }).click();
  await expect(page.getByRole("heading", { name: "No sessions yet" })).toBeHidden();
  const sessions = await sessionsOf(server);
  expect(sessions.length).toBeGreaterThan(3);
  await page.goto("/athletes");
  await expect(page.getByRole("link", { name: sessions[0]?.athlete_name ?? "" })).toBeVisible();
});
