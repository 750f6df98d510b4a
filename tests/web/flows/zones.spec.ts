// A session's day is a day of its athlete's calendar: no zone and no change of clocks moves it.
import { onDay } from "../support/days.ts";
import { Entry } from "../support/entry.ts";
import { addAthlete, addSession, dayAfter, sessionsOf } from "../support/sessions.ts";
import { expect, test } from "../support/test.ts";

// One instant, 05:30 on Wednesday in Berlin: still Tuesday in New York, and Wednesday evening on Kiritimati.
const INSTANT = "2026-11-18T04:30:00Z";
const ZONES = [
  { zone: "America/New_York", today: "2026-11-17" },
  { zone: "Europe/Berlin", today: "2026-11-18" },
  { zone: "Pacific/Kiritimati", today: "2026-11-18" },
];

for (const { zone, today } of ZONES) {
  test.describe(zone, () => {
    test.use({ timezoneId: zone });

    test("a new session is on the user's own day, and days are shown as they are stored", async ({ page, server }) => {
      const ann = await addAthlete(server, "Ann");
      await addSession(server, ann, { date: "2026-11-01", duration: 61, sport: "Run" });
      await addSession(server, ann, { date: "2026-01-01", duration: 62, sport: "Run" });
      await onDay(page, INSTANT);
      await page.goto("/calendar");
      await expect(page.locator("[aria-current='date']")).toHaveAttribute("data-day", today);
      await expect(page.locator("[data-day='2026-11-01']")).toHaveAccessibleName(/1 session: add another$/);
      await page.keyboard.press("n");
      const entry = new Entry(page);
      await expect(entry.date).toHaveValue(today);
      await entry.duration.fill("30");
      await entry.done();
      await expect(page.locator(`[data-day='${today}']`)).toHaveAccessibleName(/1 session: add another$/);
      expect((await sessionsOf(server)).map(({ date }) => date)).toEqual([today, "2026-11-01", "2026-01-01"]);

      await page.getByRole("button", { name: /1:01:00.*edit$/ }).click();
      await expect(entry.date).toHaveValue("2026-11-01");
      await page.keyboard.press("Escape");
      await page.goto("/year");
      await expect(page.locator("[data-day='2026-01-01']")).toHaveAccessibleName(/: 1 session, 1:02:00/);
      await expect(page.locator("[data-day='2026-01-02']")).toHaveAccessibleName(/: no session/);
      await page.goto("/");
      await expect(page.getByRole("main")).toContainText(/Jan 1, 2026|1 Jan 2026|Thu, Jan 1|Thu,? 1 Jan/);
    });
  });
}

// In the night to a Sunday in March a day has 23 hours, in October 25.
const CHANGES = [
  { what: "spring", sunday: "2026-03-29", noon: "2026-03-31T12:00:00+02:00" },
  { what: "autumn", sunday: "2026-10-25", noon: "2026-10-27T12:00:00+01:00" },
];
for (const { what, sunday, noon } of CHANGES) {
  test(`weeks around the change of the clocks in ${what} have seven days and add up`, async ({ page, server, isMobile }) => {
    const ann = await addAthlete(server, "Ann");
    const monday = dayAfter(sunday, -6);
    for (let day = -1; day < 9; day++) await addSession(server, ann, { date: dayAfter(monday, day), duration: 60, distance: 10 });
    await onDay(page, noon);
    await page.goto(`/calendar?month=${sunday.slice(0, 7)}`);
    const week = (day: string) =>
      isMobile
        ? page
            .getByRole("main")
            .locator("section")
            .filter({ has: page.getByRole("heading", { level: 3, name: new RegExp(`\\b${Number(day.slice(8))}\\b`) }) })
            .first()
        : page.getByRole("row").filter({ has: page.locator(`[data-day='${day}']`) });
    await expect(week(sunday)).toContainText("70 km");
    await expect(week(sunday)).toContainText(/7\sh/);
    await expect(week(sunday)).toContainText("7 sessions");
    await expect(week(dayAfter(sunday, 1))).toContainText("20 km");
    const shown = await page.locator("[data-day]").evaluateAll((days) => days.map((day) => day.getAttribute("data-day") ?? ""));
    expect(shown.length % 7).toBe(0);
    expect(shown).toEqual(Array.from(shown, (_, index) => dayAfter(shown[0] ?? "", index)));
    await page.goto("/year");
    await expect(page.locator(`[data-day='${sunday}']`)).toHaveAccessibleName(/: 1 session, 10 km, 1:00:00/);
  });
}

test("a page left open over midnight goes on with the next day", async ({ page, server }) => {
  await addAthlete(server, "Ann");
  await page.clock.install({ time: new Date("2026-11-18T23:59:30+01:00") });
  await page.goto("/calendar");
  await expect(page.locator("[aria-current='date']")).toHaveAttribute("data-day", "2026-11-18");
  await page.clock.runFor(61_000);
  await expect(page.locator("[aria-current='date']")).toHaveAttribute("data-day", "2026-11-19");
  await page.getByRole("button", { name: "Add session", exact: true }).first().click();
  await expect(new Entry(page).date).toHaveValue("2026-11-19");
});
