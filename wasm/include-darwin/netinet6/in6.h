/*
 * Addresses of version 6; part of <netinet/in.h>.
 * Spec: POSIX.1-2017 <netinet/in.h>; RFC 3493, RFC 3542; ip6(4) of Darwin.
 */
#ifndef PACKWHEEL_NETINET6_IN6_H
#define PACKWHEEL_NETINET6_IN6_H

#include <bits/darwin.h>
#define PACKWHEEL_NEED_sa_family_t
#define PACKWHEEL_NEED_in_port_t
#define PACKWHEEL_NEED_socklen_t
#include <bits/typedefs.h>

typedef struct in6_addr {
  union {
    __uint8_t __u6_addr8[16];
    __uint16_t __u6_addr16[8];
    __uint32_t __u6_addr32[4];
  } __u6_addr;
} in6_addr_t;
#define s6_addr __u6_addr.__u6_addr8

struct sockaddr_in6 {
  __uint8_t sin6_len;
  sa_family_t sin6_family;
  in_port_t sin6_port;
  __uint32_t sin6_flowinfo;
  struct in6_addr sin6_addr;
  __uint32_t sin6_scope_id;
};

struct ipv6_mreq {
  struct in6_addr ipv6mr_multiaddr;
  unsigned int ipv6mr_interface;
};

#define INET6_ADDRSTRLEN 46
#define IN6ADDR_ANY_INIT {{{0}}}
#define IN6ADDR_LOOPBACK_INIT {{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}}}

#define IPV6_UNICAST_HOPS 4
#define IPV6_MULTICAST_IF 9
#define IPV6_MULTICAST_HOPS 10
#define IPV6_MULTICAST_LOOP 11
#define IPV6_JOIN_GROUP 12
#define IPV6_LEAVE_GROUP 13
#define IPV6_V6ONLY 27

#define PACKWHEEL_IN6_ZERO(address, first, count) \
  (__builtin_memcmp(&(address)->s6_addr[first], "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", (count)) == 0)
#define IN6_IS_ADDR_UNSPECIFIED(address) PACKWHEEL_IN6_ZERO(address, 0, 16)
#define IN6_IS_ADDR_LOOPBACK(address) (PACKWHEEL_IN6_ZERO(address, 0, 15) && (address)->s6_addr[15] == 1)
#define IN6_IS_ADDR_V4COMPAT(address) \
  (PACKWHEEL_IN6_ZERO(address, 0, 12) && !(PACKWHEEL_IN6_ZERO(address, 12, 3) && (address)->s6_addr[15] <= 1))
#define IN6_IS_ADDR_V4MAPPED(address) \
  (PACKWHEEL_IN6_ZERO(address, 0, 10) && (address)->s6_addr[10] == 0xff && (address)->s6_addr[11] == 0xff)
#define IN6_IS_ADDR_LINKLOCAL(address) ((address)->s6_addr[0] == 0xfe && ((address)->s6_addr[1] & 0xc0) == 0x80)
#define IN6_IS_ADDR_SITELOCAL(address) ((address)->s6_addr[0] == 0xfe && ((address)->s6_addr[1] & 0xc0) == 0xc0)
#define IN6_IS_ADDR_MULTICAST(address) ((address)->s6_addr[0] == 0xff)
#define PACKWHEEL_IN6_SCOPE(address, scope) \
  (IN6_IS_ADDR_MULTICAST(address) && ((address)->s6_addr[1] & 0x0f) == (scope))
#define IN6_IS_ADDR_MC_NODELOCAL(address) PACKWHEEL_IN6_SCOPE(address, 0x01)
#define IN6_IS_ADDR_MC_LINKLOCAL(address) \
  (PACKWHEEL_IN6_SCOPE(address, 0x02) && ((address)->s6_addr[1] & 0xf0) != 0x30)
#define IN6_IS_ADDR_MC_SITELOCAL(address) PACKWHEEL_IN6_SCOPE(address, 0x05)
#define IN6_IS_ADDR_MC_ORGLOCAL(address) PACKWHEEL_IN6_SCOPE(address, 0x08)
#define IN6_IS_ADDR_MC_GLOBAL(address) PACKWHEEL_IN6_SCOPE(address, 0x0e)

PACKWHEEL_BEGIN_C
extern const struct in6_addr in6addr_any;
extern const struct in6_addr in6addr_loopback;
PACKWHEEL_END_C

#if PACKWHEEL_USE_DARWIN
#define IN6_ARE_ADDR_EQUAL(left, right) \
  (__builtin_memcmp(&(left)->s6_addr[0], &(right)->s6_addr[0], sizeof(struct in6_addr)) == 0)
#define IN6_IS_ADDR_UNIQUE_LOCAL(address) (((address)->s6_addr[0] & 0xfe) == 0xfc)
#define IN6_IS_ADDR_6TO4(address) ((address)->s6_addr[0] == 0x20 && (address)->s6_addr[1] == 0x02)

#define IPV6PORT_RESERVED 1024
#define IPV6PORT_ANONMIN 49152
#define IPV6PORT_ANONMAX 65535
#define IPV6PORT_RESERVEDMIN 600
#define IPV6PORT_RESERVEDMAX 1023

#define IPV6_PORTRANGE 14
#define ICMP6_FILTER 18
#define IPV6_CHECKSUM 26
#define IPV6_BINDV6ONLY IPV6_V6ONLY
#define IPV6_IPSEC_POLICY 28
#define IPV6_RECVTCLASS 35
#define IPV6_TCLASS 36
#define IPV6_BOUND_IF 125
#ifdef __APPLE_USE_RFC_3542
#define IPV6_RTHDR_TYPE_0 0
#define IPV6_RECVHOPLIMIT 37
#define IPV6_RECVRTHDR 38
#define IPV6_RECVHOPOPTS 39
#define IPV6_RECVDSTOPTS 40
#define IPV6_USE_MIN_MTU 42
#define IPV6_RECVPATHMTU 43
#define IPV6_PATHMTU 44
#define IPV6_3542PKTINFO 46
#define IPV6_3542HOPLIMIT 47
#define IPV6_3542NEXTHOP 48
#define IPV6_3542HOPOPTS 49
#define IPV6_3542DSTOPTS 50
#define IPV6_3542RTHDR 51
#define IPV6_PKTINFO IPV6_3542PKTINFO
#define IPV6_HOPLIMIT IPV6_3542HOPLIMIT
#define IPV6_NEXTHOP IPV6_3542NEXTHOP
#define IPV6_HOPOPTS IPV6_3542HOPOPTS
#define IPV6_DSTOPTS IPV6_3542DSTOPTS
#define IPV6_RTHDR IPV6_3542RTHDR
#define IPV6_AUTOFLOWLABEL 59
#define IPV6_DONTFRAG 62
#define IPV6_PREFER_TEMPADDR 63
#define IPV6_RECVPKTINFO 61
#endif
#define IPV6_MIN_MEMBERSHIPS 31
#define IPV6_MAX_MEMBERSHIPS 4095
#define IPV6_DEFAULT_MULTICAST_HOPS 1
#define IPV6_DEFAULT_MULTICAST_LOOP 1

struct in6_pktinfo {
  struct in6_addr ipi6_addr;
  unsigned int ipi6_ifindex;
};
struct ip6_mtuinfo {
  struct sockaddr_in6 ip6m_addr;
  __uint32_t ip6m_mtu;
};

extern const struct in6_addr in6addr_nodelocal_allnodes;
extern const struct in6_addr in6addr_linklocal_allnodes;
extern const struct in6_addr in6addr_linklocal_allrouters;
#endif

#endif
