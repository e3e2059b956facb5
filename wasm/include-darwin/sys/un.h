/*
 * Sockets of this machine.
 * Spec: POSIX.1-2017 <sys/un.h>.
 */
#ifndef PACKWHEEL_SYS_UN_H
#define PACKWHEEL_SYS_UN_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_sa_family_t
#include <bits/typedefs.h>

struct sockaddr_un {
  unsigned char sun_len;
  sa_family_t sun_family;
  char sun_path[104];
};

#if PACKWHEEL_USE_DARWIN
#define SUN_LEN(address) \
  (sizeof(*(address)) - sizeof((address)->sun_path) + __builtin_strlen((address)->sun_path))
#define SOL_LOCAL 0
#define LOCAL_PEERCRED 1
#define LOCAL_PEERPID 2
#define LOCAL_PEEREPID 3
#define LOCAL_PEERUUID 4
#define LOCAL_PEEREUUID 5
#define LOCAL_PEERTOKEN 6

#endif

#endif
