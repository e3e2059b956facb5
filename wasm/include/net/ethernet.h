/* <net/ethernet.h>: frames of the Ethernet. */
#ifndef PACKWHEEL_NET_ETHERNET_H
#define PACKWHEEL_NET_ETHERNET_H

#include <features.h>
#define PACKWHEEL_NEED_uint8_t 1
#define PACKWHEEL_NEED_uint16_t 1
#include <bits/typedefs.h>

#define ETH_ALEN 6
#define ETHER_ADDR_LEN 6
#define ETHER_TYPE_LEN 2
#define ETHER_CRC_LEN 4
#define ETHER_HDR_LEN 14
#define ETHER_MIN_LEN 64
#define ETHER_MAX_LEN 1518
#define ETHERMTU 1500
#define ETHERTYPE_IP 0x0800
#define ETHERTYPE_ARP 0x0806
#define ETHERTYPE_REVARP 0x8035
#define ETHERTYPE_VLAN 0x8100
#define ETHERTYPE_IPV6 0x86dd
#define ETHERTYPE_LOOPBACK 0x9000

struct ether_addr {
  uint8_t ether_addr_octet[ETHER_ADDR_LEN];
} __attribute__((__packed__));

struct ether_header {
  uint8_t ether_dhost[ETHER_ADDR_LEN];
  uint8_t ether_shost[ETHER_ADDR_LEN];
  uint16_t ether_type;
}
#if PACKWHEEL_LIBC_GLIBC
__attribute__((__packed__))
#endif
;

#endif
