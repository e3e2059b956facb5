/*
 * Comparisons in quadruple precision. Each answers a number that its caller compares with 0 in the way of its name; where
 * one side is no number, the answer makes that comparison false (and that for "not equal" true).
 */
#include "fp128-bits.h"

/* -1, 0 or 1; `unordered` where one side is no number. */
RT_INLINE int compare(fp128 left, fp128 right, int unordered)
{
    u128 a = bits_of_fp128(left), b = bits_of_fp128(right);

    if (is_nan(a) || is_nan(b))
        return unordered;
    if (((a | b) & ~FP128_SIGN) == 0 || a == b)
        return 0; /* 0 is -0 */
    if (((a ^ b) & FP128_SIGN) != 0)
        return (a & FP128_SIGN) != 0 ? -1 : 1;
    return (a < b) != ((a & FP128_SIGN) != 0) ? -1 : 1;
}

int __eqtf2(fp128 a, fp128 b) { return compare(a, b, 1); }
int __netf2(fp128 a, fp128 b) { return compare(a, b, 1); }
int __lttf2(fp128 a, fp128 b) { return compare(a, b, 1); }
int __letf2(fp128 a, fp128 b) { return compare(a, b, 1); }
int __gttf2(fp128 a, fp128 b) { return compare(a, b, -1); }
int __getf2(fp128 a, fp128 b) { return compare(a, b, -1); }
int __unordtf2(fp128 a, fp128 b) { return is_nan(bits_of_fp128(a)) || is_nan(bits_of_fp128(b)); }
