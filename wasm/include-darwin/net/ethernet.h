/*
 * Frames of Ethernet.
 * Spec: IEEE 802.3.
 */
#ifndef PACKWHEEL_NET_ETHERNET_H
#define PACKWHEEL_NET_ETHERNET_H

#include <bits/darwin.h>
#include <sys/types.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

#define ETHER_IS_VALID_LEN(length) ((length) >= ETHER_MIN_LEN && (length) <= ETHER_MAX_LEN)

#define ETHER_ADDR_LEN 6
#define ETHER_TYPE_LEN 2
#define ETHER_CRC_LEN 4
#define ETHER_HDR_LEN 14
#define ETHER_MIN_LEN 0x40
#define ETHER_MAX_LEN 1518
#define ETHER_ALIGN 2
#define ether_addr_octet octet
#define ETHERTYPE_PUP 0x200
#define ETHERTYPE_IP 0x800
#define ETHERTYPE_ARP 2054
#define ETHERTYPE_REVARP 0x8035
#define ETHERTYPE_VLAN 0x8100
#define ETHERTYPE_IPV6 0x86dd
#define ETHERTYPE_PAE 0x888e
#define ETHERTYPE_RSN_PREAUTH 0x88c7
#define ETHERTYPE_PTP 0x88f7
#define ETHERTYPE_LOOPBACK 0x9000
#define ETHERTYPE_IEEE802154 2057
#define ETHERTYPE_TRAIL 0x1000
#define ETHERTYPE_NTRAILER 0x10
#define ETHERMTU 1500
#define ETHERMIN 46

typedef struct ether_header {
  unsigned char ether_dhost[6];
  unsigned char ether_shost[6];
  unsigned short ether_type;
} ether_header_t;
typedef struct ether_addr {
  unsigned char octet[6];
} ether_addr_t;

char *ether_ntoa(const struct ether_addr *);
int ether_hostton(const char *, struct ether_addr *);
int ether_line(const char *, struct ether_addr *, char *);
int ether_ntohost(char *, const struct ether_addr *);
struct ether_addr *ether_aton(const char *);

PACKWHEEL_END_C

#endif
