/**
 * Characters that take two columns, and characters that take none.
 * Origin: the Unicode character database, version 15.1.0 (EastAsianWidth W and F, Canonical_Combining_Class not 0).
 * Written by `.ci/refresh/character-width.ts`; not edited by hand.
 *
 * Ranges in hexadecimal: `a-b` is the distance of the first character from the end of the range before, then
 * the length of the range less one.
 */
export const WIDE_RANGES: string = `
1100-5f 11bb-1 e-1 bf-3 4 3 20a-1 16-1 33-b 2c 14 e 9-1 12-1 6-1 9 6 16 8-1 2 5 3 8 5-1 1d 24 2 5-2 2 3e-2 19 f
35c-1 34 5 32b-19 2-58 d-d5 1b-4e 3-55 3-66 6-2a 2-5d 2-53 c-2f 2-27 9-1b6f 41-568c 4-36 49a-1c 284-2ba3
215d-1ff 311-9 17-22 2-12 2-3 96-5f 80-6 6ffa-4 c-1 f-17f7 9-4d5 2b-8 22e8-3 2-6 2-1 2-122 10 1e-2 3 f-3 9-18b
3d09 cb bf 3-9 66-2 e-2b 5-8 8-1 f-5 9b-20 d-8 2-45 2-15 d-2a 5-4 d-10 4 4-46 2 2-ba 3-3e e-3 2-17 13 1b-1 e
57-54 31-45 7 4-2 3-2 5-3 c-1 8-8 e4-b 5 11c-2e 2-9 2-b8 71-c 4-8 8-2d 2-6 9-d 5-8 8-8 508-fffd 3-fffd`;

export const COMBINING_RANGES: string = `
300-4e 2-1f 114-4 10a-2c 2 2-1 2-1 2 49-a 31-14 11 66-6 3-5 3-1 2-3 24 1f-1a a1-8 a 19-3 2-8 2-2 2-4 2c-2 3d-7
2b-17 2-1c 3d 11 4-3 68 11 31 3e 11 6f 11 6f 11 80 6f 11 8-1 66 11 6e-1 11 7d 6e-2 e-3 6d-2 e-3 4d-1 1c 2 2
38-1 2 6-3 3 2-2 2-1 3f 71 2-1 53 2d0-2 3b5-1 1f 9e b cc 90-2 dc-1 48 15-7 3 31-d 2-f 66 10 27-8 37-1 3b c-1 44
99-2 2-c 2-6 5 7 4-1 c7-3f 2d1-c 5 4-b bff-2 8e 61-1f 22b-5 6a-1 75d5 5-9 21-1 51-1 115 26 98 1c-11 3a-2 26 60
d f0 2-2 3-1 6-1 2 35 f7 4f31 302-f 3ce e3 96-4 693 2 29-2 5 a6-1 23e-3 184-1 51-2 47-a 32-3 c1 2a f 3a-1 46-2
31-1 3f 4d a 6b-1 b3-1 51-1 11 19-6 4-4 ce 4 18 64-1 fc-1 7f 77-1 74 10e-1 103-1 5 9d 54 13 52 1a6 103 2-1 52
1aa-1 4bae-4 3c-6 4ba-1 4cad 14c7-4 4-5 9-7 3-6 1f-3 95-2 dbc-6 2-10 3-6 2-1 2-4 65 a1-6 178 3e-3 1fd-3 3e1-6
6e-6`;
