/** The version of packwheel, as `Generator` in WHEEL and `--version` give it. A test holds it equal to package.json. */
export const PACKWHEEL_VERSION = "0.1.0";
