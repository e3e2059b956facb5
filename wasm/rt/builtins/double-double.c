/*
 * Arithmetic of the long double that is the sum of two doubles: ppc64le with glibc. The first is the sum rounded to double,
 * the second what is missing. Methods: T. J. Dekker, A floating-point technique for extending the available precision,
 * Numerische Mathematik 18 (1971); D. E. Knuth, The Art of Computer Programming, vol. 2, 4.2.2.
 */
#include "float-bits.h"

RT_INLINE long double join(double high, double low)
{
    union { double parts[2]; long double value; } both = { { high, low } };
    return both.value;
}

RT_INLINE double high_of(long double value)
{
    union { long double value; double parts[2]; } both = { value };
    return both.parts[0];
}

RT_INLINE double low_of(long double value)
{
    union { long double value; double parts[2]; } both = { value };
    return both.parts[1];
}

RT_INLINE int is_finite(double value)
{
    return value - value == 0;
}

/* The sum, and exactly what it lacks. */
RT_INLINE double sum(double a, double b, double *error)
{
    double total = a + b;
    double part = total - a;

    *error = (a - (total - part)) + (b - part);
    return total;
}

/* As `join`, of parts of which the first is by far the larger but not yet the rounded sum. */
RT_INLINE long double normalized(double high, double low)
{
    double total = high + low;

    return is_finite(total) ? join(total, low - (total - high)) : join(total, 0);
}

RT_INLINE long double add(double a, double a_low, double b, double b_low)
{
    double error, low_error;
    double total = sum(a, b, &error);

    if (!is_finite(total)) {
        /* Beyond the largest double the low parts may lead back. */
        total = is_finite(a) && is_finite(b) ? (a * 0.5 + b * 0.5 + (a_low * 0.5 + b_low * 0.5)) * 2 : a + b;
        if (!is_finite(total))
            return join(total, 0);
        double half_error;
        double half = sum(a * 0.5, b * 0.5, &half_error);
        half_error += a_low * 0.5 + b_low * 0.5;
        return join(total, (half - total * 0.5 + half_error) * 2);
    }
    double low = sum(a_low, b_low, &low_error);

    error += low;
    low = total + error;
    error = error - (low - total);
    if (low == 0 && error + low_error == 0)
        return join(total + (a_low + b_low), 0); /* with the sign that doubles give to zero */
    return normalized(low, error + low_error);
}

RT_INLINE long double multiply(double a, double a_low, double b, double b_low)
{
    double product = a * b;

    if (product == 0 || !is_finite(product))
        return join(product, 0);

    double error = __builtin_fma(a, b, -product);

    return normalized(product, error + (a * b_low + a_low * b));
}

RT_INLINE long double divide(double a, double a_low, double b, double b_low)
{
    double quotient = a / b;

    if (quotient == 0 || !is_finite(quotient) || !is_finite(b))
        return join(quotient, 0);

    /* What is left of a, but for a few bits. */
    double product = quotient * b;
    double error = __builtin_fma(quotient, b, -product);
    double rest = (a - product) - error + a_low - quotient * b_low;

    return normalized(quotient, rest / b);
}

long double __gcc_qadd(double a, double a_low, double b, double b_low)
{
    return add(a, a_low, b, b_low);
}

long double __gcc_qsub(double a, double a_low, double b, double b_low)
{
    return add(a, a_low, -b, -b_low);
}

long double __gcc_qmul(double a, double a_low, double b, double b_low)
{
    return multiply(a, a_low, b, b_low);
}

long double __gcc_qdiv(double a, double a_low, double b, double b_low)
{
    return divide(a, a_low, b, b_low);
}

/* Parts of 32 bits are exact as doubles; `upper` has the sign. */
RT_INLINE long double from_words(double upper, u32 lower)
{
    return normalized(upper * 4294967296.0, lower);
}

long double __floatditf(i64 value)
{
    return from_words((double)(i32)(value >> 32), (u32)value);
}

long double __floatunditf(u64 value)
{
    return from_words((double)(u32)(value >> 32), (u32)value);
}

RT_INLINE long double from_halves(long double upper, u64 lower)
{
    double scale = 18446744073709551616.0; /* 2^64 */
    long double low = __floatunditf(lower);

    return add(high_of(upper) * scale, low_of(upper) * scale, high_of(low), low_of(low));
}

long double __floattitf(i128 value)
{
    return from_halves(__floatditf((i64)(value >> 64)), (u64)value);
}

long double __floatuntitf(u128 value)
{
    return from_halves(__floatunditf((u64)(value >> 64)), (u64)value);
}

/* A value of which nothing is lost: the double is an integer, or rounds towards zero to one. */
RT_INLINE i128 whole(double value)
{
    return (i128)value;
}

/* Rounds towards zero. Where the first part is no integer, the second cannot lead across one. */
RT_INLINE i128 to_signed(long double value)
{
    double high = high_of(value), low = low_of(value);
    i128 result = whole(high);

    if ((double)result != high)
        return result;

    i128 rest = whole(low);

    if (high > 0 && (double)rest > low)
        rest--;
    if (high < 0 && (double)rest < low)
        rest++;
    return (i128)((u128)result + (u128)rest);
}

i64 __fixtfdi(long double value) { return (i64)to_signed(value); }
u64 __fixunstfdi(long double value) { return (u64)to_signed(value); }

/* 2^127 itself has no place in an i128, and what is below it has. */
i128 __fixtfti(long double value)
{
    if (high_of(value) == 170141183460469231731687303715884105728.0 && low_of(value) < 0)
        return (i128)(((u128)1 << 127) + (u128)whole(low_of(value)) - ((double)whole(low_of(value)) > low_of(value)));
    return to_signed(value);
}

u128 __fixunstfti(long double value)
{
    double limit = 170141183460469231731687303715884105728.0; /* 2^127 */

    if (high_of(value) < limit)
        return (u128)to_signed(value);
    return (u128)to_signed(add(high_of(value), low_of(value), -limit, 0)) + ((u128)1 << 127);
}
