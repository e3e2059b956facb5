/*
 * Libraries that are loaded while a program runs.
 * Spec: POSIX.1-2017 <dlfcn.h>; dlopen(3) of Darwin.
 */
#ifndef PACKWHEEL_DLFCN_H
#define PACKWHEEL_DLFCN_H

#include <bits/darwin.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

#define RTLD_LAZY 1
#define RTLD_NOW 2
#define RTLD_LOCAL 4
#define RTLD_GLOBAL 8

char *dlerror(void);
int dlclose(void *);
void *dlopen(const char *, int);
void *dlsym(void *, const char *);

#if PACKWHEEL_USE_DARWIN
#include <stdbool.h>
#define RTLD_NOLOAD 0x10
#define RTLD_NODELETE 0x80
#define RTLD_FIRST 0x100
#define RTLD_NEXT ((void *)-1)
#define RTLD_DEFAULT ((void *)-2)
#define RTLD_SELF ((void *)-3)
#define RTLD_MAIN_ONLY ((void *)-5)

typedef struct dl_info {
  const char *dli_fname;
  void *dli_fbase;
  const char *dli_sname;
  void *dli_saddr;
} Dl_info;

bool dlopen_preflight(const char *);
int dladdr(const void *, Dl_info *);
#endif

PACKWHEEL_END_C

#endif
