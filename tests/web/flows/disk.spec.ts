// training-tracker-ui/dist/index.html, opened as a file.
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { pathToFileURL } from "node:url";
import { Server } from "../support/server.ts";
import { expect, test } from "../support/test.ts";
import { inCheckout } from "../support/checkout.ts";

const PORT = 8080;
const pageOnDisk = process.env.PAGE_ON_DISK ?? inCheckout("training-tracker-ui/dist/index.html");

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}

test.beforeEach(({}, info) => {
  test.skip(info.project.name !== "laptop", "the same on every screen, and there is one port 8080");
  test.skip(!existsSync(pageOnDisk), `there is no ${pageOnDisk}: ./pw build makes it`);
});

test("it leads to the server of this machine, and says how to start it while there is none", async ({ page, complaints }) => {
  test.skip(!(await isFree(PORT)), `port ${PORT} is taken on this machine`);
  await page.goto(pathToFileURL(pageOnDisk).href);
  await expect(page.getByText(/pw start/)).toBeVisible();
  const server = new Server([], `127.0.0.1:${PORT}`);
  await server.start();
  try {
    await page.reload();
    await expect(page).toHaveURL(`http://127.0.0.1:${PORT}/`);
    await expect(page.getByRole("heading", { name: "No sessions yet" })).toBeVisible();
  } finally {
    await server.remove();
  }
  // A file may load no modules and no icon from the root of the disk, and nobody answers at first.
  const ofTheFile = /file:\/\/|ERR_FAILED|ERR_FILE_NOT_FOUND|ERR_CONNECTION_REFUSED/;
  complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !ofTheFile.test(complaint)));
});
