// A telephone that shows one-time codes (RFC 6238: SHA-1, 30 seconds, six digits), from the key that a page shows.

import { createHmac } from "node:crypto";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const STEP = 30_000;

function bytesOf(key) {
  const bits = [...key.replace(/\s/g, "")].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

/** The code of this moment, or of so many days later. */
export function codeNow(key, days = 0) {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor((Date.now() + days * 86_400_000) / STEP)));
  const hash = createHmac("sha1", bytesOf(key)).update(step).digest();
  const from = hash[hash.length - 1] & 15;
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
