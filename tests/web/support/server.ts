// The real server on a store of its own, in a folder that goes with it.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { inCheckout } from "./checkout.ts";

const program = process.env.TRAINING_TRACKER ?? inCheckout("build/training-tracker");

/** Without what would choose another store. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS_|DYNAMODB_|XDG_)/.test(name)));
}

export class Server {
  url = "";
  private process: ChildProcess | undefined;
  private log = "";
  private readonly folder = mkdtempSync(join(tmpdir(), "training-tracker-web-"));

  constructor(
    private readonly options: readonly string[] = [],
    private readonly listen = "127.0.0.1:0",
  ) {}

  /** On the same port again where it has had one. */
  async start(): Promise<void> {
    const listen = this.url === "" ? this.listen : new URL(this.url).host;
    const started = spawn(program, ["serve", "--listen", listen, "--data-dir", this.dataFolder, ...this.options], {
      env: environment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process = started;
    started.stderr.on("data", (piece: Buffer) => (this.log += piece.toString()));
    for await (const line of createInterface({ input: started.stdout })) {
      const address = /^listening on (http:\S+)/.exec(line)?.[1];
      if (address !== undefined) {
        this.url = address;
        started.stdout.resume();
        return;
      }
    }
    throw new Error(`the server did not start: ${this.log}`);
  }

  /** As Ctrl-C does; the store stays. */
  async stop(): Promise<void> {
    const running = this.process;
    this.process = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = new Promise((done) => running.once("exit", done));
    running.kill("SIGTERM");
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get dataFolder(): string {
    return join(this.folder, "data");
  }

  /** A file beside the store, gone with it; its path. */
  file(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  /** `training-tracker import`, through the running server's socket. */
  importLog(file: string, athlete: string, ...options: string[]): void {
    const done = spawnSync(program, ["import", file, "--athlete", athlete, "--data-dir", this.dataFolder, ...options], {
      env: environment(),
      encoding: "utf8",
    });
    if (done.status !== 0) throw new Error(`import ${file}: ${done.stderr}`);
  }

  /** The answer's JSON; throws where it is an error. */
  async api<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(this.url + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === "" ? undefined : JSON.parse(text)) as T;
  }
}
