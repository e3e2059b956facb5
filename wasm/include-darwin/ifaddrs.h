/*
 * Addresses of this machine.
 * Spec: getifaddrs(3) of Darwin.
 */
#ifndef PACKWHEEL_IFADDRS_H
#define PACKWHEEL_IFADDRS_H

#include <bits/darwin.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

struct sockaddr;

#define ifa_broadaddr ifa_dstaddr

struct ifaddrs {
  struct ifaddrs *ifa_next;
  char *ifa_name;
  unsigned int ifa_flags;
  struct sockaddr *ifa_addr;
  struct sockaddr *ifa_netmask;
  struct sockaddr *ifa_dstaddr;
  void *ifa_data;
};
struct ifmaddrs {
  struct ifmaddrs *ifma_next;
  struct sockaddr *ifma_name;
  struct sockaddr *ifma_addr;
  struct sockaddr *ifma_lladdr;
};

int getifaddrs(struct ifaddrs **);
int getifmaddrs(struct ifmaddrs **);
void freeifaddrs(struct ifaddrs *);
void freeifmaddrs(struct ifmaddrs *);

PACKWHEEL_END_C

#endif
