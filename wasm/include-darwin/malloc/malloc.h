/*
 * Memory, beyond the standard.
 * Spec: malloc_size(3), malloc_zone_malloc(3) of Darwin.
 */
#ifndef PACKWHEEL_MALLOC_MALLOC_H
#define PACKWHEEL_MALLOC_MALLOC_H

#include <bits/darwin.h>
#include <stddef.h>
#include <mach/mach_types.h>

/* Zones are made and used by the functions alone. */
typedef struct _malloc_zone_t malloc_zone_t;

typedef struct malloc_statistics_t {
  unsigned int blocks_in_use;
  size_t size_in_use;
  size_t max_size_in_use;
  size_t size_allocated;
} malloc_statistics_t;

struct mstats {
  size_t bytes_total;
  size_t chunks_used;
  size_t bytes_used;
  size_t chunks_free;
  size_t bytes_free;
};

PACKWHEEL_BEGIN_C
size_t malloc_good_size(size_t);
size_t malloc_size(const void *);
struct mstats mstats(void);
malloc_zone_t *malloc_create_zone(vm_size_t, unsigned int);
malloc_zone_t *malloc_default_zone(void);
malloc_zone_t *malloc_zone_from_ptr(const void *);
const char *malloc_get_zone_name(malloc_zone_t *);
size_t malloc_zone_pressure_relief(malloc_zone_t *, size_t);
void *malloc_zone_calloc(malloc_zone_t *, size_t, size_t);
void *malloc_zone_malloc(malloc_zone_t *, size_t);
void *malloc_zone_memalign(malloc_zone_t *, size_t, size_t);
void *malloc_zone_realloc(malloc_zone_t *, void *, size_t);
void *malloc_zone_valloc(malloc_zone_t *, size_t);
void malloc_destroy_zone(malloc_zone_t *);
void malloc_set_zone_name(malloc_zone_t *, const char *);
void malloc_zone_free(malloc_zone_t *, void *);
void malloc_zone_statistics(malloc_zone_t *, malloc_statistics_t *);
boolean_t malloc_zone_check(malloc_zone_t *);
PACKWHEEL_END_C

#endif
