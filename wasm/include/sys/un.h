/* <sys/un.h>: sockets with names in the file system, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_UN_H
#define PACKWHEEL_SYS_UN_H

#include <features.h>
#include <bits/sa-family.h>

struct sockaddr_un {
  sa_family_t sun_family;
  char sun_path[108];
};

#define SUN_LEN(address) (__builtin_offsetof(struct sockaddr_un, sun_path) + __builtin_strlen((address)->sun_path))

#endif
