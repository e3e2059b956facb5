/* <ifaddrs.h>: the addresses of network interfaces, as BSD has them. */
#ifndef PACKWHEEL_IFADDRS_H
#define PACKWHEEL_IFADDRS_H

#include <features.h>
#include <sys/socket.h>

struct ifaddrs {
  struct ifaddrs *ifa_next;
  char *ifa_name;
  unsigned int ifa_flags;
  struct sockaddr *ifa_addr;
  struct sockaddr *ifa_netmask;
  union {
    struct sockaddr *ifu_broadaddr;
    struct sockaddr *ifu_dstaddr;
  } ifa_ifu;
  void *ifa_data;
};
#define ifa_broadaddr ifa_ifu.ifu_broadaddr
#define ifa_dstaddr ifa_ifu.ifu_dstaddr

PACKWHEEL_BEGIN_C

void freeifaddrs(struct ifaddrs *);
int getifaddrs(struct ifaddrs **);

PACKWHEEL_END_C

#endif
