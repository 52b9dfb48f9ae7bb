// Everything here is a convenience: each page works before, and without, this file.
import { back } from "./back.mjs";
import { busy } from "./busy.mjs";
import { chips } from "./chips.mjs";
import { copy } from "./copy.mjs";
import { counter } from "./counter.mjs";
import { file } from "./file.mjs";
import { kiosk } from "./kiosk.mjs";
import { listen } from "./listen.mjs";
import { preferences } from "./preferences.mjs";
import { share } from "./share.mjs";
import { wall } from "./wall.mjs";

for (const start of [back, busy, chips, copy, counter, file, kiosk, listen, preferences, share, wall]) start(document, window);
