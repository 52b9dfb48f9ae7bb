// Calls to the ward (docs/decisions/0020): one POST, the pass inside the body, no cookie.
import { language } from "./language.mjs";

// The ward said no: `said` holds its code, title, sentence, basis and remedy.
export class Refused extends Error {
  constructor(said, status) {
    super(said.refused);
    this.said = said;
    this.status = status;
  }
}

// The ward could not be reached, or did not answer as it should.
export class Unreached extends Error {}

let ward = "";

// The ward's address: that of the booth's own ward.json, and the booth's own folder.
export async function findWard(fetcher = fetch, place = location) {
  const folder = place.pathname.replace(/[^/]*$/, "");
  const answer = await reach(() => fetcher("/ward.json", { credentials: "omit" }));
  const found = (await answer.json()).ward;
  ward = `${new URL(found).origin}${folder}`;
  return ward;
}

export const setWard = (address) => (ward = address.endsWith("/") ? address : `${address}/`);

// An address of the ward's site, from a path the ward gave; nothing else can be reached this way.
export function wardAddress(path) {
  const root = new URL(ward);
  const address = new URL(path, root);
  if (address.origin !== root.origin) throw new Error("address");
  return address.href;
}

async function reach(work) {
  try {
    return await work();
  } catch {
    throw new Unreached();
  }
}

export async function call(path, body, fetcher = fetch) {
  const answer = await reach(() =>
    fetcher(`${ward}phieu-kin/${path}`, {
      method: "POST",
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      headers: { "Content-Type": "text/plain; charset=utf-8" },
      body: JSON.stringify({ lang: language(), ...body }),
    }),
  );
  const said = await reach(() => answer.json());
  if (answer.ok) return said;
  if (said && typeof said.refused === "string") throw new Refused(said, answer.status);
  throw new Unreached();
}
