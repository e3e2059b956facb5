/*
 * Multiplication and division of complex numbers, with the infinities and zeros of C17, annex G, 5.1.
 * The includer says:
 *   TYPE              of the parts
 *   MULTIPLY, DIVIDE  names of the functions
 *   ILOGB(x)          exponent of a finite value that is not 0
 *   SCALE(x, n)       x * 2^n
 * What is finite and not 0 stays with the usual formulas; only where these give two NaN does annex G say more.
 */

#define IS_NAN(x) ((x) != (x))
#define IS_INFINITE(x) (!IS_NAN(x) && IS_NAN((x) - (x)))
#define IS_FINITE(x) (!IS_NAN((x) - (x)))
#define COPY_SIGN(x, y) ((TYPE)(__builtin_signbit(y) ? -(x) : (x))) /* of an x that is not negative */
/* An infinity becomes a one, everything else a zero, with the same sign. */
#define BOX(x) COPY_SIGN(IS_INFINITE(x) ? (TYPE)1 : (TYPE)0, x)
#define ZERO_IF_NAN(x) (IS_NAN(x) ? COPY_SIGN((TYPE)0, x) : (x))
#define INFINITE ((TYPE)__builtin_inff())

RT_INLINE _Complex TYPE join(TYPE real, TYPE imaginary)
{
    union { TYPE parts[2]; _Complex TYPE value; } both = { { real, imaginary } };
    return both.value;
}

_Complex TYPE MULTIPLY(TYPE a, TYPE b, TYPE c, TYPE d)
{
    TYPE ac = a * c, bd = b * d, ad = a * d, bc = b * c;
    TYPE real = ac - bd, imaginary = ad + bc;

    if (!IS_NAN(real) || !IS_NAN(imaginary))
        return join(real, imaginary);

    int recalculate = 0;

    if (IS_INFINITE(a) || IS_INFINITE(b)) {
        a = BOX(a);
        b = BOX(b);
        c = ZERO_IF_NAN(c);
        d = ZERO_IF_NAN(d);
        recalculate = 1;
    }
    if (IS_INFINITE(c) || IS_INFINITE(d)) {
        c = BOX(c);
        d = BOX(d);
        a = ZERO_IF_NAN(a);
        b = ZERO_IF_NAN(b);
        recalculate = 1;
    }
    if (!recalculate && (IS_INFINITE(ac) || IS_INFINITE(bd) || IS_INFINITE(ad) || IS_INFINITE(bc))) {
        a = ZERO_IF_NAN(a);
        b = ZERO_IF_NAN(b);
        c = ZERO_IF_NAN(c);
        d = ZERO_IF_NAN(d);
        recalculate = 1;
    }
    if (recalculate) {
        real = INFINITE * (a * c - b * d);
        imaginary = INFINITE * (a * d + b * c);
    }
    return join(real, imaginary);
}

RT_INLINE TYPE absolute(TYPE x)
{
    return __builtin_signbit(x) ? -x : x;
}

_Complex TYPE DIVIDE(TYPE a, TYPE b, TYPE c, TYPE d)
{
    TYPE larger = absolute(c) > absolute(d) || IS_NAN(d) ? absolute(c) : absolute(d);
    int exponent = 0;

    /* The divisor to the size of 1, so that its square neither overflows nor vanishes. */
    if (IS_FINITE(larger) && larger != 0) {
        exponent = -ILOGB(larger);
        c = SCALE(c, exponent);
        d = SCALE(d, exponent);
    }

    TYPE denominator = c * c + d * d;
    TYPE real = SCALE((a * c + b * d) / denominator, exponent);
    TYPE imaginary = SCALE((b * c - a * d) / denominator, exponent);

    if (!IS_NAN(real) || !IS_NAN(imaginary))
        return join(real, imaginary);
    if (denominator == 0 && (!IS_NAN(a) || !IS_NAN(b))) {
        real = COPY_SIGN(INFINITE, c) * a;
        imaginary = COPY_SIGN(INFINITE, c) * b;
    } else if ((IS_INFINITE(a) || IS_INFINITE(b)) && IS_FINITE(c) && IS_FINITE(d)) {
        a = BOX(a);
        b = BOX(b);
        real = INFINITE * (a * c + b * d);
        imaginary = INFINITE * (b * c - a * d);
    } else if (IS_INFINITE(larger) && IS_FINITE(a) && IS_FINITE(b)) {
        c = BOX(c);
        d = BOX(d);
        real = 0 * (a * c + b * d);
        imaginary = 0 * (b * c - a * d);
    }
    return join(real, imaginary);
}
