// What axe-core finds on a page, in words that a failing test can show.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
  );
}
