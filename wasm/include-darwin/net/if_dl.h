/*
 * Addresses of network hardware.
 * Spec: link_addr(3) of Darwin.
 */
#ifndef PACKWHEEL_NET_IF_DL_H
#define PACKWHEEL_NET_IF_DL_H

#include <bits/darwin.h>
#include <sys/types.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

#define LLADDR(address) ((caddr_t)((address)->sdl_data + (address)->sdl_nlen))

struct sockaddr_dl {
  unsigned char sdl_len;
  unsigned char sdl_family;
  unsigned short sdl_index;
  unsigned char sdl_type;
  unsigned char sdl_nlen;
  unsigned char sdl_alen;
  unsigned char sdl_slen;
  char sdl_data[12];
};

char *link_ntoa(const struct sockaddr_dl *);
void link_addr(const char *, struct sockaddr_dl *);

PACKWHEEL_END_C

#endif
