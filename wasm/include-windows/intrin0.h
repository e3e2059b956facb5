/* Intrinsics without those of the processors' headers. */
#include <intrin.h>
