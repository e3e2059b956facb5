/*
 * The clock that never goes back.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_MACH_TIME_H
#define PACKWHEEL_MACH_MACH_TIME_H

#include <bits/darwin.h>
#include <mach/mach_types.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_fsid_t
#define PACKWHEEL_NEED_mach_port_t
#define PACKWHEEL_NEED_uuid_t
#include <bits/typedefs.h>

PACKWHEEL_BEGIN_C

typedef struct mach_timebase_info *mach_timebase_info_t;
typedef struct mach_timebase_info {
  __uint32_t numer;
  __uint32_t denom;
} mach_timebase_info_data_t;

__uint64_t mach_absolute_time(void);
__uint64_t mach_approximate_time(void);
__uint64_t mach_continuous_approximate_time(void);
__uint64_t mach_continuous_time(void);
kern_return_t mach_timebase_info(mach_timebase_info_t);
kern_return_t mach_wait_until(__uint64_t);

PACKWHEEL_END_C

#endif
