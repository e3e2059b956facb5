/** The date and time of zip members: local time without a zone, in steps of two seconds, from 1980 to 2107. */

/** Seconds since 1970 (UTC) of 1980-01-01 00:00:00 and 2107-12-31 23:59:58. */
const FIRST_SECOND = 315_532_800;
const LAST_SECOND = 4_354_819_198;

export interface DosTime {
  readonly year: number;
  /** 1 to 12; a broken header may hold any four bits. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The fields `date << 16 | time`, as an unsigned number. */
export function parseDosTime(fields: number): DosTime {
  return {
    year: 1980 + (fields >>> 25),
    month: (fields >>> 21) & 15,
    day: (fields >>> 16) & 31,
    hour: (fields >>> 11) & 31,
    minute: (fields >>> 5) & 63,
    second: 2 * (fields & 31),
  };
}

/** The inverse, from seconds since 1970, told in UTC and clamped to what the fields can hold. */
export function writeDosTime(timestamp: number): number {
  const date = new Date(1000 * Math.min(Math.max(Math.floor(timestamp), FIRST_SECOND), LAST_SECOND));
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}
