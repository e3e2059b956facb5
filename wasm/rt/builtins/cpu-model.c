/*
 * What the processor can do, for `__builtin_cpu_supports` and `__builtin_cpu_is` on x86.
 * Spec: Intel 64 and IA-32 manual, vol. 2A, CPUID; AMD64 manual, vol. 3, appendix E. The numbers of features and the
 * layout are those that GCC and Clang agree on. Of `__builtin_cpu_is`, vendors are told, models are not.
 */
#include "rt.h"

struct {
    u32 vendor;
    u32 type;
    u32 subtype;
    u32 features[1];
} __cpu_model;
u32 __cpu_features2[3];

enum { VENDOR_INTEL = 1, VENDOR_AMD = 2, VENDOR_OTHER = 3 };

struct leaf {
    u32 a, b, c, d;
};

RT_INLINE struct leaf cpuid(u32 number, u32 part)
{
    struct leaf leaf;

#ifdef __i386__
    /* ebx may hold the address of the global offset table. */
    __asm__("xchgl %%ebx, %1\n\tcpuid\n\txchgl %%ebx, %1"
            : "=a"(leaf.a), "=&r"(leaf.b), "=c"(leaf.c), "=d"(leaf.d)
            : "0"(number), "2"(part));
#else
    __asm__("cpuid" : "=a"(leaf.a), "=b"(leaf.b), "=c"(leaf.c), "=d"(leaf.d) : "0"(number), "2"(part));
#endif
    return leaf;
}

/* XCR0: the registers that the system saves. */
RT_INLINE u32 saved_registers(void)
{
    u32 low, high;

    __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

RT_INLINE void set(u32 feature, u32 bit)
{
    if (bit == 0)
        return;
    if (feature < 32)
        __cpu_model.features[0] |= (u32)1 << feature;
    else
        __cpu_features2[(feature - 32) / 32] |= (u32)1 << feature % 32;
}

RT_INLINE u32 has(u32 feature)
{
    return feature < 32 ? __cpu_model.features[0] >> feature & 1 : __cpu_features2[(feature - 32) / 32] >> feature % 32 & 1;
}

RT_INLINE void read_features(void)
{
    u32 highest = cpuid(0, 0).a, highest_extended = cpuid(0x80000000, 0).a;
    struct leaf one = cpuid(1, 0), none = { 0, 0, 0, 0 };
    struct leaf seven = highest >= 7 ? cpuid(7, 0) : none;
    struct leaf seven_more = highest >= 7 && seven.a >= 1 ? cpuid(7, 1) : none;
    struct leaf extended = highest_extended >= 0x80000001 ? cpuid(0x80000001, 0) : none;
    u32 saved = (one.c >> 27 & 1) != 0 ? saved_registers() : 0;
    u32 avx = (saved & 0x6) == 0x6, avx512 = (saved & 0xe6) == 0xe6;

#define BIT(word, number) ((word) >> (number) & 1)
    set(0, BIT(one.d, 15));                /* cmov */
    set(1, BIT(one.d, 23));                /* mmx */
    set(2, BIT(one.c, 23));                /* popcnt */
    set(3, BIT(one.d, 25));                /* sse */
    set(4, BIT(one.d, 26));                /* sse2 */
    set(5, BIT(one.c, 0));                 /* sse3 */
    set(6, BIT(one.c, 9));                 /* ssse3 */
    set(7, BIT(one.c, 19));                /* sse4.1 */
    set(8, BIT(one.c, 20));                /* sse4.2 */
    set(9, avx & BIT(one.c, 28));          /* avx */
    set(10, avx & BIT(seven.b, 5));        /* avx2 */
    set(11, BIT(extended.c, 6));           /* sse4a */
    set(12, avx & BIT(extended.c, 16));    /* fma4 */
    set(13, avx & BIT(extended.c, 11));    /* xop */
    set(14, avx & BIT(one.c, 12));         /* fma */
    set(15, avx512 & BIT(seven.b, 16));    /* avx512f */
    set(16, BIT(seven.b, 3));              /* bmi */
    set(17, BIT(seven.b, 8));              /* bmi2 */
    set(18, BIT(one.c, 25));               /* aes */
    set(19, BIT(one.c, 1));                /* pclmul */
    set(20, avx512 & BIT(seven.b, 31));    /* avx512vl */
    set(21, avx512 & BIT(seven.b, 30));    /* avx512bw */
    set(22, avx512 & BIT(seven.b, 17));    /* avx512dq */
    set(23, avx512 & BIT(seven.b, 28));    /* avx512cd */
    set(24, avx512 & BIT(seven.b, 27));    /* avx512er */
    set(25, avx512 & BIT(seven.b, 26));    /* avx512pf */
    set(26, avx512 & BIT(seven.c, 1));     /* avx512vbmi */
    set(27, avx512 & BIT(seven.b, 21));    /* avx512ifma */
    set(28, avx512 & BIT(seven.d, 2));     /* avx5124vnniw */
    set(29, avx512 & BIT(seven.d, 3));     /* avx5124fmaps */
    set(30, avx512 & BIT(seven.c, 14));    /* avx512vpopcntdq */
    set(31, avx512 & BIT(seven.c, 6));     /* avx512vbmi2 */
    set(32, BIT(seven.c, 8));              /* gfni */
    set(33, avx & BIT(seven.c, 10));       /* vpclmulqdq */
    set(34, avx512 & BIT(seven.c, 11));    /* avx512vnni */
    set(35, avx512 & BIT(seven.c, 12));    /* avx512bitalg */
    set(36, avx512 & BIT(seven_more.a, 5)); /* avx512bf16 */
    set(37, avx512 & BIT(seven.d, 8));     /* avx512vp2intersect */
    set(40, BIT(seven.b, 19));             /* adx */
    set(46, BIT(one.c, 13));               /* cmpxchg16b */
    set(47, BIT(one.d, 8));                /* cmpxchg8b */
    set(49, avx & BIT(one.c, 29));         /* f16c */
    set(51, BIT(one.d, 24));               /* fxsave */
    set(54, BIT(extended.c, 0));           /* lahf_lm */
    set(55, BIT(extended.d, 29));          /* lm */
    set(57, BIT(extended.c, 5));           /* lzcnt */
    set(58, BIT(one.c, 22));               /* movbe */
    set(62, BIT(one.c, 27));               /* osxsave */
    set(69, BIT(one.c, 30));               /* rdrnd */
    set(70, BIT(seven.b, 18));             /* rdseed */
    set(74, BIT(seven.b, 29));             /* sha */
    set(78, avx & BIT(seven.c, 9));        /* vaes */

    /* The levels of the x86-64 psABI. */
    u32 baseline = has(0) & has(1) & has(3) & has(4) & has(47) & has(51) & has(55);
    u32 v2 = baseline & has(2) & has(5) & has(6) & has(7) & has(8) & has(46) & has(54);
    u32 v3 = v2 & has(9) & has(10) & has(14) & has(16) & has(17) & has(49) & has(57) & has(58);
    u32 v4 = v3 & has(15) & has(20) & has(21) & has(22) & has(23);

    set(95, baseline);
    set(96, v2);
    set(97, v3);
    set(98, v4);
}

/* Code that asks calls this first, or begins after it. */
__attribute__((constructor(101))) int __cpu_indicator_init(void)
{
    if (__cpu_model.vendor != 0)
        return 0;

    struct leaf name = cpuid(0, 0);

    read_features();
    if (name.b == 0x756e6547)      /* Genu(ineIntel) */
        __cpu_model.vendor = VENDOR_INTEL;
    else if (name.b == 0x68747541) /* Auth(enticAMD) */
        __cpu_model.vendor = VENDOR_AMD;
    else
        __cpu_model.vendor = VENDOR_OTHER;
    return 0;
}
