/*
 * Calls each runtime helper of packwheel, renamed to `ours_NAME`, beside the one of libgcc, and compares the results bit for
 * bit: of edges, and of numbers drawn from the seed in the first argument. The second is how many of these.
 */
#include <complex.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int32_t i32;
typedef uint32_t u32;
typedef int64_t i64;
typedef uint64_t u64;
#ifdef __SIZEOF_INT128__
typedef __int128 i128;
typedef unsigned __int128 u128;
typedef u128 widest;
#else
typedef u64 widest;
#endif

static u64 state;
static int rounds, failures, checks;

static u64 draw(void)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return state * 2685821657736338717u;
}

/* Of all lengths, many of them with long runs of one bit. */
static u64 word(void)
{
    u64 value = draw();

    switch (draw() % 5) {
    case 0: return value >> (draw() % 64);
    case 1: return ((u64)1 << (draw() % 64)) + draw() % 3 - 1;
    case 2: return ~(u64)0 << (draw() % 64) >> (draw() % 64);
    case 3: return -(value >> (draw() % 64));
    default: return value;
    }
}

#ifdef __SIZEOF_INT128__
static u128 wide(void)
{
    u128 value = (u128)word() << 64 | word();

    switch (draw() % 4) {
    case 0: return value >> (draw() % 128);
    case 1: return ((u128)1 << (draw() % 128)) + draw() % 3 - 1;
    case 2: return -(value >> (draw() % 128));
    default: return value;
    }
}
#endif

static float single(void)
{
    static const float edges[] = { 0, -0.0f, 1, -1, 0.5f, 1.5f, 0x1p-126f, 0x1p-149f, 0x1.fffffep127f, INFINITY, -INFINITY, NAN };
    u32 bits = (u32)draw();
    float value;

    if (draw() % 4 == 0)
        return edges[draw() % (sizeof edges / sizeof *edges)];
    memcpy(&value, &bits, sizeof value);
    if (draw() % 2 == 0 && isfinite(value))
        value = ldexpf(frexpf(value, &(int){ 0 }), (int)(draw() % 130));
    return value;
}

static double both(void)
{
    static const double edges[] = { 0, -0.0, 1, -1, 0.5, 1.5, 0x1p-1022, 0x1p-1074, 0x1.fffffffffffffp1023, INFINITY, -INFINITY, NAN };
    u64 bits = draw();
    double value;

    if (draw() % 4 == 0)
        return edges[draw() % (sizeof edges / sizeof *edges)];
    memcpy(&value, &bits, sizeof value);
    if (draw() % 2 == 0 && isfinite(value))
        value = ldexp(frexp(value, &(int){ 0 }), (int)(draw() % 130));
    /* With a short fraction, as integers and ties have. */
    if (draw() % 3 == 0) {
        memcpy(&bits, &value, sizeof bits);
        bits = bits >> (draw() % 52) << (draw() % 52);
        memcpy(&value, &bits, sizeof value);
    }
    return value;
}

static void show(const char *what, const void *value, size_t size)
{
    printf(" %s ", what);
    for (size_t i = 0; i < size; i++)
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        printf("%02x", ((const unsigned char *)value)[size - 1 - i]);
#else
        printf("%02x", ((const unsigned char *)value)[i]);
#endif
}

static void fail(const char *name, const void *ours, const void *theirs, size_t size, const void *a, size_t a_size, const void *b, size_t b_size)
{
    if (++failures > 20)
        exit(1);
    printf("%s:", name);
    show("of", a, a_size);
    if (b_size != 0)
        show("and", b, b_size);
    show("ours", ours, size);
    show("theirs", theirs, size);
    printf("\n");
}

/* Both no number counts as equal: the bits of such differ from machine to machine. */
#define IS_NAN(x) ((x) != (x))
#define SAME_INT(x, y) ((x) == (y))
#define SAME_FLOAT(x, y, size) ((IS_NAN(x) && IS_NAN(y)) || memcmp(&(x), &(y), size) == 0)

#define ONE(result, size, same, name, type, value, possible)                                                           \
    do {                                                                                                               \
        extern result name(type), ours_##name(type);                                                                   \
        for (int round = 0; round < rounds; round++) {                                                                 \
            type a = value;                                                                                            \
            if (!(possible))                                                                                           \
                continue;                                                                                              \
            result theirs = name(a), ours = ours_##name(a);                                                            \
            checks++;                                                                                                  \
            if (!same)                                                                                                 \
                fail(#name, &ours, &theirs, size, &a, sizeof a, 0, 0);                                                 \
        }                                                                                                              \
    } while (0)

#define TWO(result, size, same, name, a_type, a_value, b_type, b_value, possible)                                      \
    do {                                                                                                               \
        extern result name(a_type, b_type), ours_##name(a_type, b_type);                                               \
        for (int round = 0; round < rounds; round++) {                                                                 \
            a_type a = a_value;                                                                                        \
            b_type b = b_value;                                                                                        \
            if (!(possible))                                                                                           \
                continue;                                                                                              \
            result theirs = name(a, b), ours = ours_##name(a, b);                                                      \
            checks++;                                                                                                  \
            if (!same)                                                                                                 \
                fail(#name, &ours, &theirs, size, &a, sizeof a, &b, sizeof b);                                         \
        }                                                                                                              \
    } while (0)

#define INT_OF(result, name, type, value, possible)                                                                    \
    ONE(result, sizeof(result), SAME_INT(ours, theirs), name, type, value, possible)
#define FLOAT_OF(result, size, name, type, value) ONE(result, size, SAME_FLOAT(ours, theirs, size), name, type, value, 1)
#define INT_OF_TWO(type, name, draws, possible)                                                                        \
    TWO(type, sizeof(type), SAME_INT(ours, theirs), name, type, (type)draws(), type, (type)draws(), possible)
#define FLOAT_OF_TWO(type, size, name, draws)                                                                          \
    TWO(type, size, SAME_FLOAT(ours, theirs, size), name, type, draws(), type, draws(), 1)
#define SHIFT(type, name, draws, bits)                                                                                 \
    TWO(type, sizeof(type), SAME_INT(ours, theirs), name, type, (type)draws(), int, (int)(draw() % bits), 1)

/* (1 << 31) / -1 and its like have no answer. */
#define DIVISIBLE(type) (b != 0 && !((type)-1 < 0 && b == (type)-1 && a == -a))

#define OVERFLOW(type, unsigned_type, name, draws)                                                                     \
    do {                                                                                                               \
        extern type ours_##name(type, type, int *);                                                                    \
        for (int round = 0; round < rounds; round++) {                                                                 \
            type a = (type)draws(), b = (type)draws(), theirs;                                                         \
            int overflow = 2, expected = __builtin_mul_overflow(a, b, &theirs);                                        \
            type ours = ours_##name(a, b, &overflow);                                                                  \
            checks++;                                                                                                  \
            if (overflow != expected || ours != theirs)                                                                \
                fail(#name, &ours, &theirs, sizeof ours, &a, sizeof a, &b, sizeof b);                                  \
        }                                                                                                              \
    } while (0)

#define REMAINDER(type, name, divide, remainder, draws)                                                                \
    do {                                                                                                               \
        extern type divide(type, type), remainder(type, type), ours_##name(type, type, type *);                        \
        for (int round = 0; round < rounds; round++) {                                                                 \
            type a = (type)draws(), b = (type)draws(), rest;                                                           \
            if (!DIVISIBLE(type))                                                                                      \
                continue;                                                                                              \
            type ours = ours_##name(a, b, &rest), theirs = divide(a, b), other = remainder(a, b);                      \
            checks++;                                                                                                  \
            if (ours != theirs || rest != other)                                                                       \
                fail(#name, &ours, &theirs, sizeof ours, &a, sizeof a, &b, sizeof b);                                  \
        }                                                                                                              \
    } while (0)

/* The part of the plane that both answers may differ in: a few units of the last place of the whole value. */
#define COMPLEX(type, part, name, draws, tolerance)                                                                    \
    do {                                                                                                               \
        extern type _Complex name(type, type, type, type), ours_##name(type, type, type, type);                        \
        for (int round = 0; round < rounds; round++) {                                                                 \
            type v[4] = { draws(), draws(), draws(), draws() };                                                        \
            type _Complex theirs = name(v[0], v[1], v[2], v[3]), ours = ours_##name(v[0], v[1], v[2], v[3]);           \
            type *x = (type *)&ours, *y = (type *)&theirs;                                                             \
            int same = 1, ordinary = 1;                                                                                \
            for (int i = 0; i < 4; i++)                                                                                \
                ordinary &= v[i] == 0 || !isfinite(v[i]) ||                                                            \
                            (fabs##part(v[i]) < LARGE_##type && fabs##part(v[i]) > 1 / LARGE_##type);                  \
            type whole = fabs##part(y[0]) > fabs##part(y[1]) ? fabs##part(y[0]) : fabs##part(y[1]);                    \
            /* A value with an infinite part is an infinity, whatever the other part is. */                            \
            int infinite = (isinf(x[0]) || isinf(x[1])) + (isinf(y[0]) || isinf(y[1]));                                \
            same = infinite != 1;                                                                                      \
            for (int i = 0; i < 2 && infinite == 0; i++) {                                                             \
                if (IS_NAN(x[i]) != IS_NAN(y[i]))                                                                      \
                    same = 0;                                                                                          \
                else if (isfinite(x[i]) && fabs##part(x[i] - y[i]) > (tolerance) * whole)                              \
                    same = 0;                                                                                          \
            }                                                                                                          \
            /* Near the ends of the range methods differ, as C lets them. */                                           \
            if (!ordinary)                                                                                             \
                continue;                                                                                              \
            checks++;                                                                                                  \
            if (!same)                                                                                                 \
                fail(#name, &ours, &theirs, sizeof ours, v, sizeof v, 0, 0);                                           \
        }                                                                                                              \
    } while (0)
#define LARGE_float 0x1p30f
#define LARGE_double 0x1p250

static void compare_all(void);

int main(int count, char **arguments)
{
    state = count > 1 ? strtoull(arguments[1], 0, 10) | 1 : 1;
    rounds = count > 2 ? atoi(arguments[2]) : 10000;
    compare_all();
    printf("%d results compared, %d differ\n", checks, failures);
    return failures != 0;
}

#ifdef __SIZEOF_INT128__
#define FITS(type, low, high) (a >= (low) && a < (high))
static void compare_int128(void)
{
    INT_OF_TWO(i128, __divti3, wide, DIVISIBLE(i128));
    INT_OF_TWO(i128, __modti3, wide, DIVISIBLE(i128));
    INT_OF_TWO(u128, __udivti3, wide, b != 0);
    INT_OF_TWO(u128, __umodti3, wide, b != 0);
    REMAINDER(u128, __udivmodti4, __udivti3, __umodti3, wide);
    REMAINDER(i128, __divmodti4, __divti3, __modti3, wide);
    INT_OF_TWO(i128, __multi3, wide, 1);
    OVERFLOW(i128, u128, __muloti4, wide);
    SHIFT(i128, __ashlti3, wide, 128);
    SHIFT(i128, __ashrti3, wide, 128);
    SHIFT(u128, __lshrti3, wide, 128);
    FLOAT_OF(float, 4, __floattisf, i128, (i128)wide());
    FLOAT_OF(float, 4, __floatuntisf, u128, wide());
    FLOAT_OF(double, 8, __floattidf, i128, (i128)wide());
    FLOAT_OF(double, 8, __floatuntidf, u128, wide());
    INT_OF(i128, __fixsfti, float, single(), FITS(float, -0x1p127f, 0x1p127f));
    INT_OF(u128, __fixunssfti, float, single(), FITS(float, 0, 0x1p127f));
    INT_OF(i128, __fixdfti, double, both(), FITS(double, -0x1p127, 0x1p127));
    INT_OF(u128, __fixunsdfti, double, both(), FITS(double, 0, 0x1p128));
    INT_OF(int, __popcountti2, i128, (i128)wide(), 1);
    INT_OF(int, __parityti2, i128, (i128)wide(), 1);
    INT_OF(int, __clzti2, i128, (i128)wide(), a != 0);
    INT_OF(int, __ctzti2, i128, (i128)wide(), a != 0);
    INT_OF(int, __ffsti2, i128, (i128)wide(), 1);
}
#else
static void compare_int64(void)
{
    INT_OF_TWO(i64, __divdi3, word, DIVISIBLE(i64));
    INT_OF_TWO(i64, __moddi3, word, DIVISIBLE(i64));
    INT_OF_TWO(u64, __udivdi3, word, b != 0);
    INT_OF_TWO(u64, __umoddi3, word, b != 0);
    REMAINDER(u64, __udivmoddi4, __udivdi3, __umoddi3, word);
    REMAINDER(i64, __divmoddi4, __divdi3, __moddi3, word);
    INT_OF_TWO(i64, __muldi3, word, 1);
    OVERFLOW(i64, u64, __mulodi4, word);
    SHIFT(i64, __ashldi3, word, 64);
    SHIFT(i64, __ashrdi3, word, 64);
    SHIFT(u64, __lshrdi3, word, 64);
#ifndef __arm__
    FLOAT_OF(float, 4, __floatdisf, i64, (i64)word());
    FLOAT_OF(float, 4, __floatundisf, u64, word());
    FLOAT_OF(double, 8, __floatdidf, i64, (i64)word());
    FLOAT_OF(double, 8, __floatundidf, u64, word());
    INT_OF(i64, __fixsfdi, float, single(), a >= -0x1p63f && a < 0x1p63f);
    INT_OF(u64, __fixunssfdi, float, single(), a >= 0 && a < 0x1p64f);
    INT_OF(i64, __fixdfdi, double, both(), a >= -0x1p63 && a < 0x1p63);
    INT_OF(u64, __fixunsdfdi, double, both(), a >= 0 && a < 0x1p64);
#endif
}
#endif

static i32 small(void)
{
    return (i32)(draw() % 4 == 0 ? (i64)draw() : (i64)(draw() % 4000) - 2000);
}

static void compare_everywhere(void)
{
    INT_OF(int, __popcountdi2, i64, (i64)word(), 1);
    INT_OF(int, __paritydi2, i64, (i64)word(), 1);
    INT_OF(int, __clzdi2, i64, (i64)word(), a != 0);
    INT_OF(int, __ctzdi2, i64, (i64)word(), a != 0);
    INT_OF(int, __ffsdi2, i64, (i64)word(), 1);
    INT_OF(u64, __bswapdi2, u64, word(), 1);
    INT_OF(u32, __bswapsi2, u32, (u32)word(), 1);
    /* Debian's libgcc for i686 keeps more digits between the steps than a float and a double have. */
#ifndef __i386__
    TWO(float, 4, SAME_FLOAT(ours, theirs, 4), __powisf2, float, single(), i32, small(), 1);
    TWO(double, 8, SAME_FLOAT(ours, theirs, 8), __powidf2, double, both(), i32, small(), 1);
#endif
    COMPLEX(float, f, __mulsc3, single, 0x1p-21f);
    COMPLEX(float, f, __divsc3, single, 0x1p-20f);
    COMPLEX(double, , __muldc3, both, 0x1p-50);
    COMPLEX(double, , __divdc3, both, 0x1p-49);
}

#if __LDBL_MANT_DIG__ == 64
typedef long double x87;
static x87 extended(void)
{
    u64 significand = word() | (u64)1 << 63;
    x87 value = ldexpl((x87)significand, (int)(draw() % 200) - 160);

    if (draw() % 8 == 0)
        value = draw() % 2 == 0 ? (x87)both() : ldexpl(value, (int)(draw() % 32000) - 16400);
    return draw() % 2 == 0 ? -value : value;
}

static void compare_x87(void)
{
#ifdef __SIZEOF_INT128__
    FLOAT_OF(x87, 10, __floattixf, i128, (i128)wide());
    FLOAT_OF(x87, 10, __floatuntixf, u128, wide());
    INT_OF(i128, __fixxfti, x87, extended(), FITS(x87, -0x1p127L, 0x1p127L));
    INT_OF(u128, __fixunsxfti, x87, extended(), FITS(x87, 0, 0x1p128L));
#else
    FLOAT_OF(x87, 10, __floatdixf, i64, (i64)word());
    FLOAT_OF(x87, 10, __floatundixf, u64, word());
    INT_OF(i64, __fixxfdi, x87, extended(), a >= -0x1p63L && a < 0x1p63L);
    INT_OF(u64, __fixunsxfdi, x87, extended(), a >= 0 && a < 0x1p64L);
#endif
    TWO(x87, 10, SAME_FLOAT(ours, theirs, 10), __powixf2, x87, extended(), i32, small(), 1);
}
#endif

#if __LDBL_MANT_DIG__ == 113 || defined(__x86_64__)
#define QUADRUPLE 1
#if __LDBL_MANT_DIG__ == 113
typedef long double fp128;
#else
typedef __float128 fp128;
#endif

static fp128 quadruple(void)
{
    u128 bits = (u128)draw() << 64 | draw();
    fp128 value;

    switch (draw() % 8) {
    case 0: return both();
    case 1: return (fp128)(i64)word();
    case 2: bits &= (u128)0x80000000ffffffff << 64 | ~(u64)0; break;  /* denormal, or nearly */
    case 3: bits = bits >> (draw() % 112) << (draw() % 112); break;
    case 4: bits = (bits & ~((u128)0x7fff << 112)) | (u128)(0x3fff - 64 + draw() % 192) << 112; break;
    case 5: bits = (bits & ~((u128)0x7fff << 112)) | (u128)(0x3fff - 4 + draw() % 8) << 112; break;
    default: break;
    }
    memcpy(&value, &bits, sizeof value);
    return value;
}

static void compare_quadruple(void)
{
#define QUAD_TO(type, name, low, high) INT_OF(type, name, fp128, quadruple(), a > (low) && a < (high))
    FLOAT_OF(fp128, 16, __floattitf, i128, (i128)wide());
    FLOAT_OF(fp128, 16, __floatuntitf, u128, wide());
    QUAD_TO(i128, __fixtfti, -0x1p127, 0x1p127);
    QUAD_TO(u128, __fixunstfti, -1, 0x1p128);
#ifndef __s390x__
    FLOAT_OF(fp128, 16, __floatsitf, i32, (i32)word());
    FLOAT_OF(fp128, 16, __floatunsitf, u32, (u32)word());
    FLOAT_OF(fp128, 16, __floatditf, i64, (i64)word());
    FLOAT_OF(fp128, 16, __floatunditf, u64, word());
    QUAD_TO(i32, __fixtfsi, -0x1p31, 0x1p31);
    QUAD_TO(u32, __fixunstfsi, -1, 0x1p32);
    QUAD_TO(i64, __fixtfdi, -0x1p63, 0x1p63);
    QUAD_TO(u64, __fixunstfdi, -1, 0x1p64);
    FLOAT_OF_TWO(fp128, 16, __addtf3, quadruple);
    FLOAT_OF_TWO(fp128, 16, __subtf3, quadruple);
    FLOAT_OF_TWO(fp128, 16, __multf3, quadruple);
    FLOAT_OF_TWO(fp128, 16, __divtf3, quadruple);
    FLOAT_OF(fp128, 16, __extendsftf2, float, single());
    FLOAT_OF(fp128, 16, __extenddftf2, double, both());
    FLOAT_OF(float, 4, __trunctfsf2, fp128, quadruple());
    FLOAT_OF(double, 8, __trunctfdf2, fp128, quadruple());
#define SIGN(x) ((x) < 0 ? -1 : (x) > 0)
#define ORDER(name, test)                                                                                              \
    TWO(int, sizeof(int), ((theirs test 0) == (ours test 0)), name, fp128, quadruple(), fp128,                         \
        (draw() % 4 == 0 ? a : draw() % 4 == 0 ? -a : quadruple()), 1)
    ORDER(__eqtf2, ==);
    ORDER(__netf2, !=);
    ORDER(__lttf2, <);
    ORDER(__letf2, <=);
    ORDER(__gttf2, >);
    ORDER(__getf2, >=);
    ORDER(__unordtf2, !=);
#endif
#ifdef __x86_64__
    FLOAT_OF(fp128, 16, __extendxftf2, x87, extended());
    FLOAT_OF(x87, 10, __trunctfxf2, fp128, quadruple());
#else
    TWO(fp128, 16, SAME_FLOAT(ours, theirs, 16), __powitf2, fp128, quadruple(), i32, small(), 1);
#endif
}
#endif

#if __LDBL_MANT_DIG__ == 106
static long double two_doubles(void)
{
    double high = ldexp(frexp(both(), &(int){ 0 }), (int)(draw() % 400) - 200);
    long double low = (long double)ldexp(high, -53) * ((double)(i64)word() * 0x1p-63) / 2;

    return high + (isfinite(low) && draw() % 4 != 0 ? low : 0);
}

/* Sums of two doubles have no last place; both methods keep some 105 bits. */
static int near(long double ours, long double theirs)
{
    if (IS_NAN(ours) || IS_NAN(theirs))
        return IS_NAN(ours) && IS_NAN(theirs);
    if (ours == theirs)
        return 1;
    return fabsl(ours - theirs) <= fabsl(theirs) * 0x1p-101L;
}

/* What addition loses is measured by its arguments. */
#define NEAR_SUM (near(ours, theirs) || fabsl(ours - theirs) <= (fabsl(a) + fabsl(b)) * 0x1p-103L)

static void compare_two_doubles(void)
{
#define ARITHMETIC(name, same)                                                                                         \
    TWO(long double, 16, same, name, long double, two_doubles(), long double, two_doubles(), 1)
    ARITHMETIC(__gcc_qadd, NEAR_SUM);
    ARITHMETIC(__gcc_qsub, NEAR_SUM);
    ARITHMETIC(__gcc_qmul, near(ours, theirs));
    ARITHMETIC(__gcc_qdiv, near(ours, theirs));
    ONE(long double, 16, near(ours, theirs), __floatditf, i64, (i64)word(), 1);
    ONE(long double, 16, near(ours, theirs), __floatunditf, u64, word(), 1);
    ONE(long double, 16, near(ours, theirs), __floattitf, i128, (i128)wide(), 1);
    ONE(long double, 16, near(ours, theirs), __floatuntitf, u128, wide(), 1);
    /* Of values with more than 106 bits, which two doubles far apart can have, libgcc drops the last ones. */
#define NEAR_INT(difference) SAME_INT(ours, theirs) || fabsl(difference) <= fabsl(a) * 0x1p-104L
    ONE(i64, 8, (NEAR_INT((long double)(ours - theirs))), __fixtfdi, long double, two_doubles(), a > -0x1p63L && a < 0x1p63L);
    ONE(u64, 8, (NEAR_INT((long double)(i64)(ours - theirs))), __fixunstfdi, long double, two_doubles(), a >= 0 && a < 0x1p64L);
    ONE(i128, 16, (NEAR_INT((long double)(ours - theirs))), __fixtfti, long double, two_doubles(), a > -0x1p127L && a < 0x1p127L);
    ONE(u128, 16, (NEAR_INT((long double)(i128)(ours - theirs))), __fixunstfti, long double, two_doubles(), a >= 0 && a < 0x1p127L);
    /* Some thousand multiplications add up. */
    TWO(long double, 16, (near(ours, theirs) || fabsl(ours - theirs) <= fabsl(theirs) * 0x1p-90L), __powitf2, long double,
        two_doubles(), i32, small(), fabsl(a) < 0x1p200L);
}
#endif

#ifdef __arm__
static void compare_arm(void)
{
    INT_OF_TWO(i32, __aeabi_idiv, word, DIVISIBLE(i32));
    INT_OF_TWO(u32, __aeabi_uidiv, word, b != 0);
    TWO(u64, 8, SAME_INT(ours, theirs), __aeabi_idivmod, i32, (i32)word(), i32, (i32)word(), DIVISIBLE(i32));
    TWO(u64, 8, SAME_INT(ours, theirs), __aeabi_uidivmod, u32, (u32)word(), u32, (u32)word(), b != 0);
    INT_OF_TWO(i64, __aeabi_lmul, word, 1);
    SHIFT(i64, __aeabi_llsl, word, 64);
    SHIFT(u64, __aeabi_llsr, word, 64);
    SHIFT(i64, __aeabi_lasr, word, 64);

    /* Four registers of result: read by the type of a vector. */
    typedef struct { u64 quotient, remainder; } pair;
    extern char ours___aeabi_uldivmod[], ours___aeabi_ldivmod[];
    for (int round = 0; round < rounds; round++) {
        u64 a = word(), b = word();
        if (b == 0 || (a == -a && b == -(u64)1))
            continue;
        for (int is_signed = 0; is_signed < 2; is_signed++) {
            register u64 r0 __asm__("r0") = a;
            register u64 r2 __asm__("r2") = b;
            __asm__ volatile("blx %2"
                             : "+r"(r0), "+r"(r2)
                             : "r"(is_signed ? ours___aeabi_ldivmod : ours___aeabi_uldivmod)
                             : "ip", "lr", "cc", "memory");
            pair ours = { r0, r2 };
            pair theirs = is_signed ? (pair){ (u64)((i64)a / (i64)b), (u64)((i64)a % (i64)b) } : (pair){ a / b, a % b };
            checks++;
            if (memcmp(&ours, &theirs, sizeof ours) != 0)
                fail(is_signed ? "__aeabi_ldivmod" : "__aeabi_uldivmod", &ours, &theirs, sizeof ours, &a, 8, &b, 8);
        }
    }
#define SOFT __attribute__((pcs("aapcs")))
#define SOFT_ONE(result, name, type, value, possible)                                                                  \
    do {                                                                                                               \
        extern SOFT result name(type), ours_##name(type);                                                              \
        extern SOFT result ours_##name(type);                                                                          \
        for (int round = 0; round < rounds; round++) {                                                                 \
            type a = value;                                                                                            \
            if (!(possible))                                                                                           \
                continue;                                                                                              \
            result theirs = name(a), ours = ours_##name(a);                                                            \
            checks++;                                                                                                  \
            if (!SAME_FLOAT(ours, theirs, sizeof ours))                                                                \
                fail(#name, &ours, &theirs, sizeof ours, &a, sizeof a, 0, 0);                                          \
        }                                                                                                              \
    } while (0)
    SOFT_ONE(double, __aeabi_l2d, i64, (i64)word(), 1);
    SOFT_ONE(double, __aeabi_ul2d, u64, word(), 1);
    SOFT_ONE(float, __aeabi_l2f, i64, (i64)word(), 1);
    SOFT_ONE(float, __aeabi_ul2f, u64, word(), 1);
    SOFT_ONE(i64, __aeabi_d2lz, double, both(), a > -0x1p63 && a < 0x1p63);
    SOFT_ONE(u64, __aeabi_d2ulz, double, both(), a >= 0 && a < 0x1p64);
    SOFT_ONE(i64, __aeabi_f2lz, float, single(), a > -0x1p63f && a < 0x1p63f);
    SOFT_ONE(u64, __aeabi_f2ulz, float, single(), a >= 0 && a < 0x1p64f);
    SOFT_ONE(float, __gnu_h2f_ieee, uint16_t, (uint16_t)draw(), 1);
    SOFT_ONE(uint16_t, __gnu_f2h_ieee, float, (draw() % 2 == 0 ? single() : ldexpf(single(), -100)), !IS_NAN(a));
}
#endif

/* Halves of the compiler's own, where it has them. */
#if defined(__x86_64__) || defined(__aarch64__)
static void compare_halves(void)
{
    extern float ours___gnu_h2f_ieee(uint16_t);
    extern uint16_t ours___gnu_f2h_ieee(float), ours___truncdfhf2(double);

    for (u32 bits = 0; bits < 0x10000; bits++) {
        uint16_t a = (uint16_t)bits;
        _Float16 half;
        memcpy(&half, &a, sizeof half);
        float theirs = (float)half, ours = ours___gnu_h2f_ieee(a);
        checks++;
        if (!SAME_FLOAT(ours, theirs, 4))
            fail("__gnu_h2f_ieee", &ours, &theirs, 4, &a, 2, 0, 0);
    }
    for (int round = 0; round < rounds * 4; round++) {
        double wide_value = both();
        if (isfinite(wide_value))
            wide_value = ldexp(frexp(wide_value, &(int){ 0 }), (int)(draw() % 45) - 27);
        float value = (float)wide_value;
        _Float16 half = (_Float16)value, other = (_Float16)wide_value;
        uint16_t ours = ours___gnu_f2h_ieee(value), ours_wide = ours___truncdfhf2(wide_value);
        checks++;
        if (IS_NAN(value) ? (ours & 0x7fff) <= 0x7c00 || (ours_wide & 0x7fff) <= 0x7c00
                          : memcmp(&half, &ours, 2) != 0 || memcmp(&other, &ours_wide, 2) != 0)
            fail("__truncdfhf2", &ours_wide, &other, 2, &wide_value, 8, 0, 0);
    }
}
#endif

#ifdef QUADRUPLE
#ifdef __x86_64__
static void compare_wide_halves(void)
{
    extern uint16_t ours___trunctfhf2(fp128), ours___truncxfhf2(x87);

    for (int round = 0; round < rounds * 4; round++) {
        x87 value = ldexpl(extended(), 0);
        if (isfinite(value))
            value = ldexpl(frexpl(value, &(int){ 0 }), (int)(draw() % 45) - 27);
        fp128 quad = (fp128)value * (1 + (fp128)(draw() % 3) * 0x1p-100);
        /* The compiler's own, by way of the functions of libgcc that take an argument in a register of floats. */
        _Float16 half = (_Float16)value, other = (_Float16)quad;
        uint16_t ours = ours___truncxfhf2(value), ours_quad = ours___trunctfhf2(quad);
        checks++;
        if (IS_NAN(value) ? (ours & 0x7fff) <= 0x7c00 : memcmp(&half, &ours, 2) != 0)
            fail("__truncxfhf2", &ours, &half, 2, &value, 10, 0, 0);
        if (IS_NAN(value) ? (ours_quad & 0x7fff) <= 0x7c00 : memcmp(&other, &ours_quad, 2) != 0)
            fail("__trunctfhf2", &ours_quad, &other, 2, &quad, 16, 0, 0);
    }
}
#elif defined(__aarch64__)
static void compare_wide_halves(void)
{
    ONE(_Float16, 2, SAME_FLOAT(ours, theirs, 2), __trunctfhf2, fp128,
        (fp128)ldexp(frexp(both(), &(int){ 0 }), (int)(draw() % 45) - 27) * (1 + (fp128)(draw() % 3) * 0x1p-100), 1);
    ONE(fp128, 16, SAME_FLOAT(ours, theirs, 16), __extendhftf2, _Float16, (_Float16)single(), 1);
}
#endif
#endif

static void compare_all(void)
{
#ifdef __SIZEOF_INT128__
    compare_int128();
#else
    compare_int64();
#endif
    compare_everywhere();
#if __LDBL_MANT_DIG__ == 64
    compare_x87();
#endif
#ifdef QUADRUPLE
    compare_quadruple();
#endif
#if __LDBL_MANT_DIG__ == 106
    compare_two_doubles();
#endif
#ifdef __arm__
    compare_arm();
#endif
#if defined(__x86_64__) || defined(__aarch64__)
    compare_halves();
    compare_wide_halves();
#endif
}
