/** What the browser test asks of the library: everything, under one name. */
import * as packwheel from "../../../src/web.ts";

Object.assign(globalThis, { packwheel });
