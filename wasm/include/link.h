/* <link.h>: the libraries of a running program. */
#ifndef PACKWHEEL_LINK_H
#define PACKWHEEL_LINK_H

#include <features.h>
#define __need_size_t
#include <stddef.h>
#include <dlfcn.h>
#include <elf.h>

#if PACKWHEEL_WORD_BITS == 64
#define ElfW(type) Elf64_##type
#define __ELF_NATIVE_CLASS 64
#else
#define ElfW(type) Elf32_##type
#define __ELF_NATIVE_CLASS 32
#endif

struct link_map {
  ElfW(Addr) l_addr;
  char *l_name;
  ElfW(Dyn) * l_ld;
  struct link_map *l_next;
  struct link_map *l_prev;
};

struct r_debug {
  int r_version;
  struct link_map *r_map;
  ElfW(Addr) r_brk;
  enum { RT_CONSISTENT, RT_ADD, RT_DELETE } r_state;
  ElfW(Addr) r_ldbase;
};

struct dl_phdr_info {
  ElfW(Addr) dlpi_addr;
  const char *dlpi_name;
  const ElfW(Phdr) * dlpi_phdr;
  ElfW(Half) dlpi_phnum;
  __extension__ unsigned long long dlpi_adds;
  __extension__ unsigned long long dlpi_subs;
  size_t dlpi_tls_modid;
  void *dlpi_tls_data;
};

PACKWHEEL_BEGIN_C

int dl_iterate_phdr(int (*)(struct dl_phdr_info *, size_t, void *), void *);

PACKWHEEL_END_C

#endif
