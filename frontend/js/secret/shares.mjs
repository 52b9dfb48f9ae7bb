// How a member sends a number to another through a server that must not read it.
import { hex, number, same, unhex, utf8 } from "./bytes.mjs";
import { expand, hmac256 } from "./derive.mjs";
import { g, member, power, randomExponent } from "./group.mjs";

const SIZE = 32;

export function padAndKey(common, point, context) {
  const both = expand(utf8(common.toString()), `danchu-share|${context}|${point}`);
  return [both.slice(0, SIZE), both.slice(SIZE)];
}

const covered = (bytes, pad) => bytes.map((x, i) => x ^ pad[i]);

export function close(value, reader, context) {
  const once = randomExponent();
  const point = g.power(once).toString();
  const [pad, key] = padAndKey(power(reader, once), point, context);
  const sealed = covered(unhex(value.toString(16).padStart(2 * SIZE, "0")), pad);
  return { point, sealed: hex(sealed), tag: hex(hmac256(key, sealed)) };
}

export function reveal(envelope, reading, context) {
  const sealed = unhex(envelope.sealed);
  const [pad, key] = padAndKey(power(member(envelope.point), reading), envelope.point, context);
  if (sealed.length !== SIZE || !same(hex(hmac256(key, sealed)), envelope.tag)) throw new Error("share");
  return number(covered(sealed, pad));
}
