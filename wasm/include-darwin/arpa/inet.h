/*
 * Addresses of the Internet as text.
 * Spec: POSIX.1-2017 <arpa/inet.h>.
 */
#ifndef PACKWHEEL_ARPA_INET_H
#define PACKWHEEL_ARPA_INET_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#include <stdint.h>
#include <machine/endian.h>
#include <netinet/in.h>
#define PACKWHEEL_NEED_iovec
#define PACKWHEEL_NEED_sa_family_t
#define PACKWHEEL_NEED_socklen_t
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

char *inet_ntoa(struct in_addr);
const char *inet_ntop(int, const void *, char *, socklen_t);
in_addr_t inet_addr(const char *);
int inet_pton(int, const char *, void *);

#if PACKWHEEL_USE_DARWIN
char *addr2ascii(int, const void *, int, char *);
char *inet_net_ntop(int, const void *, int, char *, __darwin_size_t);
char *inet_neta(in_addr_t, char *, __darwin_size_t);
char *inet_nsap_ntoa(int, const unsigned char *, char *);
in_addr_t inet_lnaof(struct in_addr);
in_addr_t inet_netof(struct in_addr);
in_addr_t inet_network(const char *);
int ascii2addr(int, const char *, void *);
int inet_aton(const char *, struct in_addr *);
int inet_net_pton(int, const char *, void *, __darwin_size_t);
struct in_addr inet_makeaddr(in_addr_t, in_addr_t);
unsigned int inet_nsap_addr(const char *, unsigned char *, int);
#endif

PACKWHEEL_END_C

#endif
