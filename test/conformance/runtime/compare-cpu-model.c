/* What packwheel's copy of __cpu_model says of this processor, beside what libgcc's says. */
#include <stdio.h>

extern struct { unsigned vendor, type, subtype, features[1]; } ours_model;
extern unsigned ours_features[3];
extern int ours_init(void);

static int failures;

#define OURS(number)                                                                                                   \
    ((number) < 32 ? ours_model.features[0] >> (number) & 1 : ours_features[(number) / 32 - 1] >> (number) % 32 & 1)
#define SAME(name, number)                                                                                             \
    if ((__builtin_cpu_supports(name) != 0) != (int)OURS(number))                                                      \
        failures++, printf("%s: ours %u, theirs %d\n", name, OURS(number), __builtin_cpu_supports(name) != 0)

int main(void)
{
    __builtin_cpu_init();
    ours_init();
    SAME("cmov", 0); SAME("mmx", 1); SAME("popcnt", 2); SAME("sse", 3); SAME("sse2", 4); SAME("sse3", 5);
    SAME("ssse3", 6); SAME("sse4.1", 7); SAME("sse4.2", 8); SAME("avx", 9); SAME("avx2", 10); SAME("sse4a", 11);
    SAME("fma4", 12); SAME("xop", 13); SAME("fma", 14); SAME("avx512f", 15); SAME("bmi", 16); SAME("bmi2", 17);
    SAME("aes", 18); SAME("pclmul", 19); SAME("avx512vl", 20); SAME("avx512bw", 21); SAME("avx512dq", 22);
    SAME("avx512cd", 23); SAME("avx512vbmi", 26); SAME("avx512ifma", 27); SAME("avx512vpopcntdq", 30);
    SAME("avx512vbmi2", 31); SAME("gfni", 32); SAME("vpclmulqdq", 33); SAME("avx512vnni", 34);
    SAME("avx512bitalg", 35); SAME("avx512bf16", 36); SAME("avx512vp2intersect", 37); SAME("adx", 40);
    SAME("cmpxchg16b", 46); SAME("cmpxchg8b", 47); SAME("f16c", 49); SAME("fxsave", 51); SAME("lahf_lm", 54);
    SAME("lm", 55); SAME("lzcnt", 57); SAME("movbe", 58); SAME("osxsave", 62); SAME("rdrnd", 69);
    SAME("rdseed", 70); SAME("sha", 74); SAME("vaes", 78); SAME("x86-64", 95); SAME("x86-64-v2", 96);
    SAME("x86-64-v3", 97); SAME("x86-64-v4", 98);
    if ((__builtin_cpu_is("intel") != 0) != (ours_model.vendor == 1) || (__builtin_cpu_is("amd") != 0) != (ours_model.vendor == 2))
        failures++, printf("vendor %u\n", ours_model.vendor);
    if (failures == 0)
        printf("all right\n");
    return failures != 0;
}
