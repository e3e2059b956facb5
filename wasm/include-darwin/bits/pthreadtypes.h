/* The objects of POSIX threads: a mark, and room that belongs to the system. */
#ifndef PACKWHEEL_BITS_PTHREADTYPES_H
#define PACKWHEEL_BITS_PTHREADTYPES_H

#define PACKWHEEL_OPAQUE(name, size) \
  struct name { \
    long __sig; \
    char __opaque[size]; \
  }

struct __darwin_pthread_handler_rec {
  void (*__routine)(void *);
  void *__arg;
  struct __darwin_pthread_handler_rec *__next;
};
struct _opaque_pthread_t {
  long __sig;
  struct __darwin_pthread_handler_rec *__cleanup_stack;
  char __opaque[8176];
};
PACKWHEEL_OPAQUE(_opaque_pthread_attr_t, 56);
PACKWHEEL_OPAQUE(_opaque_pthread_cond_t, 40);
PACKWHEEL_OPAQUE(_opaque_pthread_condattr_t, 8);
PACKWHEEL_OPAQUE(_opaque_pthread_mutex_t, 56);
PACKWHEEL_OPAQUE(_opaque_pthread_mutexattr_t, 8);
PACKWHEEL_OPAQUE(_opaque_pthread_once_t, 8);
PACKWHEEL_OPAQUE(_opaque_pthread_rwlock_t, 192);
PACKWHEEL_OPAQUE(_opaque_pthread_rwlockattr_t, 16);

#undef PACKWHEEL_OPAQUE

typedef struct _opaque_pthread_t *pthread_t;
typedef struct _opaque_pthread_attr_t pthread_attr_t;
typedef struct _opaque_pthread_cond_t pthread_cond_t;
typedef struct _opaque_pthread_condattr_t pthread_condattr_t;
typedef unsigned long pthread_key_t;
typedef struct _opaque_pthread_mutex_t pthread_mutex_t;
typedef struct _opaque_pthread_mutexattr_t pthread_mutexattr_t;
typedef struct _opaque_pthread_once_t pthread_once_t;
typedef struct _opaque_pthread_rwlock_t pthread_rwlock_t;
typedef struct _opaque_pthread_rwlockattr_t pthread_rwlockattr_t;

#endif
