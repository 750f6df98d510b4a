import { expect, test } from "../support/test.ts";

test("the page is served at each of its addresses, and loads nothing from elsewhere", async ({ page, server }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  for (const path of ["/", "/calendar", "/year", "/statistics", "/athletes", "/import", "/settings"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  expect(asked.length).toBeGreaterThan(7);
  expect(asked.filter((url) => !url.startsWith(server.url) && !url.startsWith("data:") && !url.startsWith("blob:"))).toEqual([]);
});
