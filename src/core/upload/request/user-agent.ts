/** How requests introduce themselves; PyPI shows it beside each file. */
import { PACKWHEEL_VERSION } from "../../version.ts";

export const USER_AGENT: string = `packwheel/${PACKWHEEL_VERSION} (https://www.npmjs.com/package/packwheel)`;
