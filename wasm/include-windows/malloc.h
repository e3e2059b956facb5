/* Memory of the C runtime. Blocks of `_aligned_malloc` are freed by `_aligned_free` alone. */
#ifndef _MALLOC_H
#define _MALLOC_H

#include <corecrt.h>

#define _HEAPEMPTY (-1)
#define _HEAPOK (-2)
#define _HEAPBADBEGIN (-3)
#define _HEAPBADNODE (-4)
#define _HEAPEND (-5)
#define _HEAPBADPTR (-6)

__PACKWHEEL_BEGIN
void *malloc(size_t) __attribute__((__malloc__, __alloc_size__(1)));
void *calloc(size_t, size_t) __attribute__((__malloc__, __alloc_size__(1, 2)));
void *realloc(void *, size_t) __attribute__((__alloc_size__(2)));
void free(void *);
size_t _msize(void *);
void *_expand(void *, size_t);
void *_recalloc(void *, size_t, size_t);
void *_aligned_malloc(size_t, size_t);
void *_aligned_realloc(void *, size_t, size_t);
void *_aligned_recalloc(void *, size_t, size_t, size_t);
void *_aligned_offset_malloc(size_t, size_t, size_t);
void *_aligned_offset_realloc(void *, size_t, size_t, size_t);
size_t _aligned_msize(void *, size_t, size_t);
void _aligned_free(void *);
int _heapchk(void);
int _heapmin(void);
intptr_t _get_heap_handle(void);
int _resetstkoflw(void);
__PACKWHEEL_END

/* What clang's <mm_malloc.h> calls. */
#define __mingw_aligned_malloc _aligned_malloc
#define __mingw_aligned_free _aligned_free

#define _alloca(size) __builtin_alloca(size)
#define _malloca(size) malloc(size)
#define _freea(block) free(block)
#ifndef __STRICT_ANSI__
#define alloca(size) __builtin_alloca(size)
#endif

#endif
