/*
 * How memory is used.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_VM_STATISTICS_H
#define PACKWHEEL_MACH_VM_STATISTICS_H

#include <bits/darwin.h>
#include <mach/machine/vm_types.h>
#include <stdint.h>

struct vm_statistics {
  natural_t free_count;
  natural_t active_count;
  natural_t inactive_count;
  natural_t wire_count;
  natural_t zero_fill_count;
  natural_t reactivations;
  natural_t pageins;
  natural_t pageouts;
  natural_t faults;
  natural_t cow_faults;
  natural_t lookups;
  natural_t hits;
  natural_t purgeable_count;
  natural_t purges;
  natural_t speculative_count;
};
typedef struct vm_statistics *vm_statistics_t;
typedef struct vm_statistics vm_statistics_data_t;
struct vm_statistics64 {
  natural_t free_count;
  natural_t active_count;
  natural_t inactive_count;
  natural_t wire_count;
  __uint64_t zero_fill_count;
  __uint64_t reactivations;
  __uint64_t pageins;
  __uint64_t pageouts;
  __uint64_t faults;
  __uint64_t cow_faults;
  __uint64_t lookups;
  __uint64_t hits;
  __uint64_t purges;
  natural_t purgeable_count;
  natural_t speculative_count;
  __uint64_t decompressions;
  __uint64_t compressions;
  __uint64_t swapins;
  __uint64_t swapouts;
  natural_t compressor_page_count;
  natural_t throttled_count;
  natural_t external_page_count;
  natural_t internal_page_count;
  __uint64_t total_uncompressed_pages_in_compressor;
} __attribute__((__aligned__(8)));
typedef struct vm_statistics64 *vm_statistics64_t;
typedef struct vm_statistics64 vm_statistics64_data_t;

#define VM_FLAGS_FIXED 0
#define VM_FLAGS_ANYWHERE 1
#define VM_FLAGS_PURGABLE 2
#define VM_FLAGS_OVERWRITE 16384
#define VM_FLAGS_SUPERPAGE_SIZE_2MB 131072
#define VM_MEMORY_MALLOC 1
#define VM_MEMORY_APPLICATION_SPECIFIC_1 240
#define VM_MAKE_TAG(tag) ((tag) << 24)

#endif
