// The mails that the program wrote into a folder, as the people get them.

import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** The text of a mail: quoted-printable or base64, in UTF-8. */
function plainText(mail) {
  const [, head, body] = /(content-type: text\/plain[\s\S]*?)\r\n\r\n([\s\S]*?)\r\n--/i.exec(mail) ?? [];
  if (body === undefined) return "";
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (!/quoted-printable/i.test(head)) return body;
  const bytes = body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Waits for a mail to somebody in which `wanted` is found; gives what it found, and takes no mail twice. */
export class Mailbox {
  #folder;
  #read = new Set();

  constructor(folder) {
    this.#folder = folder;
  }

  async find(recipient, wanted) {
    const until = Date.now() + 10_000;
    while (Date.now() < until) {
      for (const name of await this.#newest()) {
        const mail = await readFile(join(this.#folder, name), "utf8");
        const found = mail.includes(`To: ${recipient}`) || mail.includes(`To: <${recipient}>`) ? wanted.exec(plainText(mail)) : null;
        if (!found) continue;
        this.#read.add(name);
        return found[0];
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`no mail to ${recipient} with ${wanted}`);
  }

  async #newest() {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith(".eml") && !this.#read.has(name));
    const dated = await Promise.all(names.map(async (name) => [name, (await stat(join(this.#folder, name))).mtimeMs]));
    return dated.sort(([, one], [, other]) => other - one).map(([name]) => name);
  }
}
