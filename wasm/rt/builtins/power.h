/* value to a power that is an integer, by squaring. The includer says the TYPE. */
RT_INLINE TYPE power(TYPE value, i32 exponent)
{
    u32 rest = exponent < 0 ? -(u32)exponent : (u32)exponent;
    TYPE result = (rest & 1) != 0 ? value : 1;

    while ((rest >>= 1) != 0) {
        value *= value;
        if ((rest & 1) != 0)
            result *= value;
    }
    return exponent < 0 ? 1 / result : result;
}
