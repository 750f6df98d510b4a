// Lighthouse on a page, in a browser of its own.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { inCheckout } from "./checkout.ts";

export interface Scores {
  performance: number;
  accessibility: number;
  /** How fast this machine was meanwhile; about half of what it can where others were at work. */
  machine: number;
}

const program = inCheckout("tests/web/node_modules/lighthouse/cli/index.js");
const CHROME_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const REPORT_BYTES_MAX = 64 * 1024 * 1024;

/** Both scores, 0 to 100. The machine is simulated: a laptop on a wire, or a middling phone on a slow network. */
export async function audit(url: string, formFactor: "desktop" | "mobile"): Promise<Scores> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      program,
      url,
      "--output=json",
      "--quiet",
      "--no-enable-error-reporting",
      "--only-categories=performance,accessibility",
      `--chrome-flags=${CHROME_FLAGS}`,
      ...(formFactor === "desktop" ? ["--preset=desktop"] : ["--form-factor=mobile"]),
    ],
    { env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? "/usr/bin/chromium" }, maxBuffer: REPORT_BYTES_MAX },
  );
  const { categories, environment } = JSON.parse(stdout) as {
    categories: Record<"performance" | "accessibility", { score: number | null }>;
    environment: { benchmarkIndex: number };
  };
  const percent = ({ score }: { score: number | null }) => Math.round((score ?? 0) * 100);
  return { performance: percent(categories.performance), accessibility: percent(categories.accessibility), machine: environment.benchmarkIndex };
}
