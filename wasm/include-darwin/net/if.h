/*
 * Interfaces of the network.
 * Spec: POSIX.1-2017 <net/if.h>; netintro(4) of Darwin.
 */
#ifndef PACKWHEEL_NET_IF_H
#define PACKWHEEL_NET_IF_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#include <sys/types.h>
#include <sys/socket.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_iovec
#define PACKWHEEL_NEED_sa_family_t
#define PACKWHEEL_NEED_socklen_t
#define PACKWHEEL_NEED_timespec
#define PACKWHEEL_NEED_timeval
#include <bits/typedefs.h>
#endif

PACKWHEEL_BEGIN_C

#define IF_NAMESIZE 0x10

struct if_nameindex {
  unsigned int if_index;
  char *if_name;
};

char *if_indextoname(unsigned int, char *);
struct if_nameindex *if_nameindex(void);
unsigned int if_nametoindex(const char *);
void if_freenameindex(struct if_nameindex *);

#if PACKWHEEL_USE_DARWIN
#include <sys/socket.h>
#define IFF_UP 1
#define IFF_BROADCAST 2
#define IFF_DEBUG 4
#define IFF_LOOPBACK 8
#define IFF_POINTOPOINT 0x10
#define IFF_NOTRAILERS 0x20
#define IFF_RUNNING 0x40
#define IFF_NOARP 0x80
#define IFF_PROMISC 0x100
#define IFF_ALLMULTI 0x200
#define IFF_OACTIVE 0x400
#define IFF_SIMPLEX 0x800
#define IFF_LINK0 0x1000
#define IFF_LINK1 0x2000
#define IFF_LINK2 0x4000
#define IFF_ALTPHYS 0x4000
#define IFF_MULTICAST 0x8000
#define IFCAP_RXCSUM 1
#define IFCAP_TXCSUM 2
#define IFCAP_VLAN_MTU 4
#define IFCAP_VLAN_HWTAGGING 8
#define IFCAP_JUMBO_MTU 0x10
#define IFCAP_TSO4 0x20
#define IFCAP_TSO6 0x40
#define IFCAP_LRO 0x80
#define IFCAP_AV 0x100
#define IFCAP_TXSTATUS 0x200
#define IFCAP_SKYWALK 0x400
#define IFCAP_HW_TIMESTAMP 0x800
#define IFCAP_SW_TIMESTAMP 0x1000
#define IFCAP_CSUM_PARTIAL 0x2000
#define IFCAP_CSUM_ZERO_INVERT 0x4000
#define IFCAP_HWCSUM 3
#define IFCAP_TSO 96
#define IFQ_MAXLEN 0x80
#define IF_WAKE_ON_MAGIC_PACKET 1
#define IFRTYPE_FUNCTIONAL_UNKNOWN 0
#define IFRTYPE_FUNCTIONAL_LOOPBACK 1
#define IFRTYPE_FUNCTIONAL_WIRED 2
#define IFRTYPE_FUNCTIONAL_WIFI_INFRA 3
#define IFRTYPE_FUNCTIONAL_WIFI_AWDL 4
#define IFRTYPE_FUNCTIONAL_CELLULAR 5
#define IFRTYPE_FUNCTIONAL_INTCOPROC 6
#define IFRTYPE_FUNCTIONAL_COMPANIONLINK 7
#define IFRTYPE_FUNCTIONAL_LAST 7
#define ifr_addr ifr_ifru.ifru_addr
#define ifr_dstaddr ifr_ifru.ifru_dstaddr
#define ifr_broadaddr ifr_ifru.ifru_broadaddr
#define ifr_flags ifr_ifru.ifru_flags
#define ifr_metric ifr_ifru.ifru_metric
#define ifr_mtu ifr_ifru.ifru_mtu
#define ifr_phys ifr_ifru.ifru_phys
#define ifr_media ifr_ifru.ifru_media
#define ifr_data ifr_ifru.ifru_data
#define ifr_devmtu ifr_ifru.ifru_devmtu
#define ifr_intval ifr_ifru.ifru_intval
#define ifr_kpi ifr_ifru.ifru_kpi
#define ifr_wake_flags ifr_ifru.ifru_wake_flags
#define ifr_route_refcnt ifr_ifru.ifru_route_refcnt
#define ifr_reqcap ifr_ifru.ifru_cap[0]
#define ifr_curcap ifr_ifru.ifru_cap[1]
#define ifc_buf ifc_ifcu.ifcu_buf
#define ifc_req ifc_ifcu.ifcu_req

struct ifdevmtu {
  int ifdm_current;
  int ifdm_min;
  int ifdm_max;
};
#pragma pack(push, 4)
struct ifkpi {
  unsigned int ifk_module_id;
  unsigned int ifk_type;
  union {
    void *ifk_ptr;
    int ifk_value;
  } ifk_data;
};
#pragma pack(pop)
struct ifreq {
  char ifr_name[16];
  union {
    struct sockaddr ifru_addr;
    struct sockaddr ifru_dstaddr;
    struct sockaddr ifru_broadaddr;
    short ifru_flags;
    int ifru_metric;
    int ifru_mtu;
    int ifru_phys;
    int ifru_media;
    int ifru_intval;
    caddr_t ifru_data;
    struct ifdevmtu ifru_devmtu;
    struct ifkpi ifru_kpi;
    __uint32_t ifru_wake_flags;
    __uint32_t ifru_route_refcnt;
    int ifru_cap[2];
    __uint32_t ifru_functional_type;
  } ifr_ifru;
};
struct ifaliasreq {
  char ifra_name[16];
  struct sockaddr ifra_addr;
  struct sockaddr ifra_broadaddr;
  struct sockaddr ifra_mask;
};
#pragma pack(push, 4)
struct ifmediareq {
  char ifm_name[16];
  int ifm_current;
  int ifm_mask;
  int ifm_status;
  int ifm_active;
  int ifm_count;
  int *ifm_ulist;
};
struct ifconf {
  int ifc_len;
  union {
    caddr_t ifcu_buf;
    struct ifreq *ifcu_req;
  } ifc_ifcu;
};
#pragma pack(pop)

#endif

PACKWHEEL_END_C

#endif
