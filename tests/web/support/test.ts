// What every flow starts from: a server with an empty store, and a page that must report nothing.
import { type Page, test as base } from "@playwright/test";
import { Server } from "./server.ts";

export { expect } from "@playwright/test";

interface Fixtures {
  server: Server;
  serverOptions: readonly string[];
  /** What the browser said of errors: exceptions, refusals by the Content-Security-Policy. A test that expects some empties it. */
  complaints: string[];
  /** A picture of the page, kept among the results of the run. */
  picture: (name: string) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  serverOptions: [[], { option: true }],
  server: async ({ serverOptions }, use) => {
    const server = new Server(serverOptions);
    await server.start();
    await use(server);
    await server.remove();
  },
  baseURL: async ({ server }, use) => use(server.url),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      await use(complaints);
      if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join("\n")}`);
    },
    { auto: true },
  ],
  picture: async ({ page }, use, info) => {
    await use(async (name) => {
      await page.screenshot({ path: `../../build/web/pictures/${info.project.name}-${name}.png` });
    });
  },
});

/** Wide pages scroll sideways on a phone; none of ours may. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
