// The real program with its demo: filled once, then started anew from a copy for whoever needs rounds of their own.

import { execFile, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const START = 180_000;

function binary() {
  const path = process.env.ALLMENDE;
  if (!path) throw new Error("ALLMENDE names no program; start the tests with tests/run browser");
  return path;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The ways in that the demo notes in its folder: the administrator, letter codes by round, and the entrance of employees. */
async function waysIn(data) {
  const note = await readFile(join(data, "allmende-demo.toml"), "utf8");
  const values = (name, text) => [...text.matchAll(new RegExp(`^${name} = "(.*)"$`, "gm"))].map((match) => match[1]);
  const [email] = values("email", note);
  const [password] = values("password", note);
  const rounds = values("round", note);
  const codes = {};
  for (const [index, code] of values("code", note).entries()) (codes[rounds[index]] ??= []).push(code);
  const [key] = values("key", note);
  const slips = note.match(/^personnel_codes = \[([^\]]*)\]$/m)[1];
  const entrance = { key, codes: [...slips.matchAll(/"([^"]+)"/g)].map((match) => match[1]) };
  return { email, password, codes, entrance };
}

/** The program while it runs. */
export class Program {
  #child;
  #printed = "";
  #directory;
  #environment = {};

  /** Starts the demo on a free port; `from` is a filled data directory to begin with. */
  static async start({ from } = {}) {
    const program = await Program.#make();
    if (from) await cp(from, program.data, { recursive: true });
    const options = ["--pseudo-language", "--data", program.data, "--listen", new URL(program.origin).host];
    return program.#run(["demo", ...options], {});
  }

  /**
   * Starts the service on an empty database, as an operator does, after `allmende admin create`. Its mails lie in the
   * folder `mails`.
   */
  static async serve({ email, name, password }) {
    const program = await Program.#make();
    await mkdir(program.data);
    program.mails = join(program.data, "mail");
    const settings = {
      SERVER__LISTEN: new URL(program.origin).host,
      SERVER__BASE_URL: program.origin,
      DATABASE__URL: `sqlite:${join(program.data, "allmende.sqlite")}`,
      KEYS__DIRECTORY: join(program.data, "keys"),
      KEYS__BESIDE_DATABASE: "true",
      FILES__DIRECTORY: join(program.data, "files"),
      MAIL__DIRECTORY: program.mails,
    };
    program.#environment = Object.fromEntries(Object.entries(settings).map(([key, value]) => [`ALLMENDE__${key}`, value]));
    const made = program.#command(["admin", "create", "--email", email, "--name", name, "--password-stdin"]);
    made.child.stdin.end(`${password}\n`);
    await made;
    return program.#run(["serve"], program.#environment);
  }

  /** The same service so many days after it was first started. */
  async travel(days) {
    await this.halt();
    this.#environment.ALLMENDE__CLOCK__SHIFT_SECONDS = String(days * 86_400);
    await this.#run(["serve"], this.#environment);
  }

  /** Letter codes for a round, as an operator makes them. */
  async letterCodes(round, count) {
    const out = join(this.data, `codes-${round}`);
    await this.#command(["codes", "--round", round, "--count", String(count), "--out", out]);
    return (await readFile(out, "utf8")).trim().split("\n");
  }

  #command(words) {
    return promisify(execFile)(binary(), words, { env: { ...process.env, ...this.#environment } });
  }

  static async #make() {
    const program = new Program();
    program.#directory = await mkdtemp(join(tmpdir(), "allmende-browser-"));
    program.data = join(program.#directory, "data");
    program.origin = `http://127.0.0.1:${await freePort()}`;
    return program;
  }

  async #run(command, environment) {
    this.#child = spawn(binary(), command, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...environment },
    });
    const hear = (chunk) => {
      this.#printed += chunk;
    };
    this.#child.stdout.on("data", hear);
    this.#child.stderr.on("data", hear);
    try {
      await this.#ready();
    } catch (error) {
      await this.stop();
      throw error;
    }
    return this;
  }

  async #ready() {
    const until = Date.now() + START;
    for (;;) {
      if (this.#child.exitCode !== null) throw new Error(`the program ended:\n${this.#printed}`);
      if (Date.now() > until) throw new Error(`the program did not start in time:\n${this.#printed}`);
      const answer = await fetch(`${this.origin}/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** All that it printed so far. */
  get printed() {
    return this.#printed;
  }

  /** Ends the process; the data stays until `remove`. */
  async halt() {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = new Promise((resolve) => this.#child.once("exit", resolve));
      this.#child.kill("SIGTERM");
      const late = setTimeout(() => this.#child.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(late);
    }
  }

  async remove() {
    await rm(this.#directory, { recursive: true, force: true });
  }

  async stop() {
    await this.halt();
    await this.remove();
  }
}

/** Fills a demo, ends it and writes down, for `filled`, where it lies and what it printed. */
export async function fill(note) {
  const program = await Program.start();
  await program.halt();
  const { data, origin, printed } = program;
  await writeFile(note, JSON.stringify({ data, origin, printed, ...(await waysIn(data)) }));
  return program;
}

/** The filled demo: where it lies, its administrator, its codes by round. */
export async function filled() {
  return JSON.parse(await readFile(process.env.FILLED_DEMO, "utf8"));
}

/** What the program says when it counts a ballot file by a command that a result page shows, as an object. */
export async function recount(file, command) {
  const [program, verb, , ...options] = command.split(" ");
  if (program !== "allmende" || verb !== "tally") throw new Error(`not a command to count with: ${command}`);
  const { stdout } = await promisify(execFile)(binary(), [verb, file, ...options, "--json"], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout);
}
