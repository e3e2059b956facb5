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

/** The inverse of `parseDosTime`. Parts out of range are cut to their bits. */
export function formatDosTime({ year, month, day, hour, minute, second }: DosTime): number {
  const date = (((year - 1980) & 127) << 9) | ((month & 15) << 5) | (day & 31);
  const time = ((hour & 31) << 11) | ((minute & 63) << 5) | ((second >> 1) & 31);
  return ((date << 16) | time) >>> 0;
}

/** The same fields from seconds since 1970, told in UTC and clamped to what the fields can hold. */
export function writeDosTime(timestamp: number): number {
  const date = new Date(1000 * Math.min(Math.max(Math.floor(timestamp), FIRST_SECOND), LAST_SECOND));
  return formatDosTime({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  });
}
