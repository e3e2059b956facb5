/**
 * Macros of the C library's headers whose values are the same on every platform that Python runs on. The headers
 * themselves are never read: which types they declare differs, and what declarations need of them is known.
 * Origin: ISO C11, 5.2.4.2.1 (`<limits.h>`), 7.18 (`<stdbool.h>`), 7.19 (`<stddef.h>`) and 7.20 (`<stdint.h>`).
 */

function integers(bits: number): string[] {
  const highest = 2n ** BigInt(bits - 1) - 1n;
  const suffix = bits === 64 ? "LL" : "";
  const unsigned = bits === 64 ? "ULL" : bits === 32 ? "U" : "";
  return [
    `INT${bits}_MAX ${highest}${suffix}`,
    `INT${bits}_MIN (-${highest}${suffix} - 1)`,
    `UINT${bits}_MAX ${2n ** BigInt(bits) - 1n}${unsigned}`,
    `INT${bits}_C(value) ${suffix === "" ? "value" : `value ## ${suffix}`}`,
    `UINT${bits}_C(value) ${unsigned === "" ? "value" : `value ## ${unsigned}`}`,
  ];
}

/** What follows `#define`, by header. */
export const SYSTEM_MACROS: ReadonlyMap<string, readonly string[]> = new Map([
  ["stdint.h", [8, 16, 32, 64].flatMap(integers)],
  ["inttypes.h", [8, 16, 32, 64].flatMap(integers)],
  ["stdbool.h", ["bool _Bool", "true 1", "false 0"]],
  ["stddef.h", ["NULL ((void *)0)"]],
  [
    "limits.h",
    [
      "CHAR_BIT 8",
      "SCHAR_MAX 127",
      "SCHAR_MIN (-127 - 1)",
      "UCHAR_MAX 255",
      "SHRT_MAX 32767",
      "SHRT_MIN (-32767 - 1)",
      "USHRT_MAX 65535",
      "INT_MAX 2147483647",
      "INT_MIN (-2147483647 - 1)",
      "UINT_MAX 4294967295U",
      "LLONG_MAX 9223372036854775807LL",
      "LLONG_MIN (-9223372036854775807LL - 1)",
      "ULLONG_MAX 18446744073709551615ULL",
    ],
  ],
]);

/** Macros that every conforming compiler defines. */
export const STANDARD_MACROS: readonly string[] = ["__STDC__ 1", "__STDC_HOSTED__ 1", "__STDC_VERSION__ 201710L"];
