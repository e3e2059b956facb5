/*
 * Multiplication and shifts of integers of two words, made of operations on words alone. The includer says:
 *   WORD, WORD_BITS   u64, 64
 *   WIDE, SIGNED_WIDE u128, i128
 */

#define HALF_BITS (WORD_BITS / 2)
#define HALF_MASK (((WORD)1 << HALF_BITS) - 1)
#define LOW(value) ((WORD)(value))
#define HIGH(value) ((WORD)((value) >> WORD_BITS))
#define JOIN(high, low) (((WIDE)(WORD)(high) << WORD_BITS) | (WORD)(low))

/* The whole product of two words, from four products of halves. */
RT_INLINE WIDE multiply_words(WORD left, WORD right)
{
    WORD left_low = left & HALF_MASK, left_high = left >> HALF_BITS;
    WORD right_low = right & HALF_MASK, right_high = right >> HALF_BITS;
    WORD lowest = left_low * right_low;
    WORD middle = left_high * right_low + (lowest >> HALF_BITS);
    WORD other = left_low * right_high + (middle & HALF_MASK);
    WORD low = (other << HALF_BITS) | (lowest & HALF_MASK);
    WORD high = left_high * right_high + (middle >> HALF_BITS) + (other >> HALF_BITS);

    return JOIN(high, low);
}

RT_INLINE WIDE multiply(WIDE left, WIDE right)
{
    WIDE product = multiply_words(LOW(left), LOW(right));
    WORD high = HIGH(product) + HIGH(left) * LOW(right) + LOW(left) * HIGH(right);

    return JOIN(high, LOW(product));
}

/* The product, and whether it is the true one. */
RT_INLINE SIGNED_WIDE multiply_checked(SIGNED_WIDE left, SIGNED_WIDE right, int *overflow)
{
    WIDE a = left < 0 ? -(WIDE)left : (WIDE)left;
    WIDE b = right < 0 ? -(WIDE)right : (WIDE)right;
    int negative = (left < 0) != (right < 0);
    WIDE limit = ((WIDE)1 << (2 * WORD_BITS - 1)) - (negative ? 0 : 1);
    WIDE product = multiply(a, b);
    int too_large = 0;

    if (HIGH(a) != 0 && HIGH(b) != 0) {
        too_large = 1;
    } else if (HIGH(a) != 0 || HIGH(b) != 0) {
        WIDE upper = HIGH(a) != 0 ? multiply_words(HIGH(a), LOW(b)) : multiply_words(LOW(a), HIGH(b));

        too_large = HIGH(upper) != 0 || LOW(upper) + HIGH(multiply_words(LOW(a), LOW(b))) < LOW(upper);
    }
    *overflow = too_large || product > limit;
    return (SIGNED_WIDE)(negative ? -product : product);
}

/* Shifts by 0 to 2 * WORD_BITS - 1. */
RT_INLINE WIDE shift_left(WIDE value, int count)
{
    WORD low = LOW(value), high = HIGH(value);

    if (count >= WORD_BITS)
        return JOIN(low << (count - WORD_BITS), 0);
    if (count == 0)
        return value;
    return JOIN((high << count) | (low >> (WORD_BITS - count)), low << count);
}

/* What comes in from above is `fill`: 0, or -1 for negative values. */
RT_INLINE WIDE shift_right(WIDE value, int count, WORD fill)
{
    WORD low = LOW(value), high = HIGH(value);

    if (count == 0)
        return value;
    if (count == WORD_BITS)
        return JOIN(fill, high);
    if (count > WORD_BITS)
        return JOIN(fill, (high >> (count - WORD_BITS)) | (fill << (2 * WORD_BITS - count)));
    return JOIN((high >> count) | (fill << (WORD_BITS - count)), (low >> count) | (high << (WORD_BITS - count)));
}
