/*
 * Division of integers of two words. The includer says what a word is:
 *   WORD, WORD_BITS   u64, 64
 *   WIDE, SIGNED_WIDE u128, i128
 *   WORD_CLZ          leading zeros of a word that is not 0
 * Method: D. E. Knuth, The Art of Computer Programming, vol. 2, 4.3.1, algorithm D.
 */

#define HALF_BITS (WORD_BITS / 2)
#define HALF_MASK (((WORD)1 << HALF_BITS) - 1)

#if !defined(__x86_64__) && !defined(__i386__)
/* One digit of half a word: (high, next) / divisor, where divisor has its highest bit set and high < divisor. */
RT_INLINE WORD divide_digit(WORD *high, WORD next, WORD divisor)
{
    WORD divisor_high = divisor >> HALF_BITS;
    WORD divisor_low = divisor & HALF_MASK;
    WORD digit = *high / divisor_high;
    WORD rest = *high - digit * divisor_high;

    /* At most two too large. */
    while ((digit >> HALF_BITS) != 0 || digit * divisor_low > ((rest << HALF_BITS) | next)) {
        digit--;
        rest += divisor_high;
        if ((rest >> HALF_BITS) != 0)
            break;
    }
    *high = ((*high << HALF_BITS) | next) - digit * divisor;
    return digit;
}
#endif

/* (high, low) / divisor, where high < divisor: the quotient is one word. */
RT_INLINE WORD divide_words(WORD high, WORD low, WORD divisor, WORD *remainder)
{
    WORD quotient;
#if defined(__x86_64__)
    __asm__("divq %4" : "=a"(quotient), "=d"(*remainder) : "0"(low), "1"(high), "r"(divisor) : "cc");
#elif defined(__i386__)
    __asm__("divl %4" : "=a"(quotient), "=d"(*remainder) : "0"(low), "1"(high), "r"(divisor) : "cc");
#else
    int shift = WORD_CLZ(divisor);

    divisor <<= shift;
    if (shift != 0)
        high = (high << shift) | (low >> (WORD_BITS - shift));
    low <<= shift;
    quotient = divide_digit(&high, low >> HALF_BITS, divisor) << HALF_BITS;
    quotient |= divide_digit(&high, low & HALF_MASK, divisor);
    *remainder = high >> shift;
#endif
    return quotient;
}

static WIDE divide(WIDE dividend, WIDE divisor, WIDE *remainder)
{
    WORD high = (WORD)(dividend >> WORD_BITS);
    WORD divisor_high = (WORD)(divisor >> WORD_BITS);
    WORD divisor_low = (WORD)divisor;
    WORD rest;

    if (divisor_high == 0) {
        WORD first = high / divisor_low;
        WORD second = divide_words(high - first * divisor_low, (WORD)dividend, divisor_low, &rest);

        *remainder = rest;
        return ((WIDE)first << WORD_BITS) | second;
    }
    if (dividend < divisor) {
        *remainder = dividend;
        return 0;
    }

    /* The quotient by the highest word of the divisor is the true one, or one more. */
    int shift = WORD_CLZ(divisor_high);
    WIDE half = dividend >> 1;
    WORD scaled = (WORD)((divisor << shift) >> WORD_BITS);
    WORD quotient = divide_words((WORD)(half >> WORD_BITS), (WORD)half, scaled, &rest) >> (WORD_BITS - 1 - shift);

    if (quotient != 0)
        quotient--;
    *remainder = dividend - (WIDE)quotient * divisor;
    if (*remainder >= divisor) {
        *remainder -= divisor;
        quotient++;
    }
    return quotient;
}

RT_INLINE WIDE magnitude(SIGNED_WIDE value)
{
    return value < 0 ? -(WIDE)value : (WIDE)value;
}

/* Rounds towards zero; the remainder has the sign of the dividend. */
RT_INLINE SIGNED_WIDE divide_signed(SIGNED_WIDE dividend, SIGNED_WIDE divisor, SIGNED_WIDE *remainder)
{
    WIDE rest;
    WIDE quotient = divide(magnitude(dividend), magnitude(divisor), &rest);

    *remainder = (SIGNED_WIDE)(dividend < 0 ? -rest : rest);
    return (SIGNED_WIDE)((dividend < 0) != (divisor < 0) ? -quotient : quotient);
}
