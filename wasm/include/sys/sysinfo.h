/* <sys/sysinfo.h>: memory and load, as Linux has it. */
#ifndef PACKWHEEL_SYS_SYSINFO_H
#define PACKWHEEL_SYS_SYSINFO_H

#include <features.h>

#define SI_LOAD_SHIFT 16

struct sysinfo {
#if PACKWHEEL_LIBC_MUSL
  unsigned long uptime;
#else
  long uptime;
#endif
  unsigned long loads[3];
  unsigned long totalram;
  unsigned long freeram;
  unsigned long sharedram;
  unsigned long bufferram;
  unsigned long totalswap;
  unsigned long freeswap;
  unsigned short procs;
  unsigned short __padding;
  unsigned long totalhigh;
  unsigned long freehigh;
  unsigned int mem_unit;
#if PACKWHEEL_LIBC_MUSL
  char __reserved[256];
#elif PACKWHEEL_WORD_BITS == 32
  char __reserved[8];
#endif
};

PACKWHEEL_BEGIN_C

long get_avphys_pages(void);
int get_nprocs(void);
int get_nprocs_conf(void);
long get_phys_pages(void);
int sysinfo(struct sysinfo *);

PACKWHEEL_END_C

#endif
