/** 2020-02-02 00:00:00 UTC, in seconds: after 1980, where zip time begins, in every time zone. */
export const DEFAULT_TIMESTAMP = 1_580_601_600;
