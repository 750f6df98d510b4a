// The web page in Debian's Chromium, against the real server on the embedded store, on a laptop and on a phone.
import { defineConfig } from "@playwright/test";

const browser = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  // It may run as root in CI, and it must ask nobody but our server.
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

const laptop = { viewport: { width: 1280, height: 800 } };
const SPEED = /speed\.spec\.ts$/;

export default defineConfig({
  testDir: "flows",
  outputDir: "../../build/web/output",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    launchOptions: browser,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    colorScheme: "light",
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
  },
  projects: [
    { name: "laptop", testIgnore: SPEED, use: laptop },
    { name: "phone", testIgnore: SPEED, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
    // Alone, after all others: what is measured is the page, not who else is at work. By hand: --project speed --no-deps.
    { name: "speed", testMatch: SPEED, use: laptop, dependencies: ["laptop", "phone"] },
  ],
});
