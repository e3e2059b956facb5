/* <dlfcn.h>: libraries at run time, POSIX.1-2017. */
#ifndef PACKWHEEL_DLFCN_H
#define PACKWHEEL_DLFCN_H

#include <features.h>

#define RTLD_LOCAL 0
#define RTLD_LAZY 1
#define RTLD_NOW 2
#define RTLD_NOLOAD 4
#define RTLD_GLOBAL 0x100
#define RTLD_NODELETE 0x1000
#if PACKWHEEL_LIBC_GLIBC
#define RTLD_BINDING_MASK 3
#endif
#if PACKWHEEL_USE_GNU
#define RTLD_NEXT ((void *)-1L)
#define RTLD_DEFAULT ((void *)0)
#define RTLD_DI_LINKMAP 2
#if PACKWHEEL_LIBC_GLIBC
#define RTLD_DEEPBIND 8
#define RTLD_DL_SYMENT 1
#define RTLD_DL_LINKMAP 2
#define LM_ID_BASE 0
#define LM_ID_NEWLM (-1)
typedef long Lmid_t;
#endif

typedef struct {
  const char *dli_fname;
  void *dli_fbase;
  const char *dli_sname;
  void *dli_saddr;
} Dl_info;
#endif

PACKWHEEL_BEGIN_C

int dlclose(void *);
char *dlerror(void);
void *dlopen(const char *, int);
void *dlsym(void *__restrict, const char *__restrict) PACKWHEEL_TIME64("__dlsym_time64", "dlsym");
#if PACKWHEEL_USE_GNU
int dladdr(const void *, Dl_info *);
int dlinfo(void *, int, void *);
#if PACKWHEEL_LIBC_GLIBC
int dladdr1(const void *, Dl_info *, void **, int);
void *dlmopen(Lmid_t, const char *, int);
void *dlvsym(void *__restrict, const char *__restrict, const char *__restrict);
#endif
#endif

PACKWHEEL_END_C

#endif
