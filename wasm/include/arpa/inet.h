/* <arpa/inet.h>: Internet addresses as text, POSIX.1-2017. */
#ifndef PACKWHEEL_ARPA_INET_H
#define PACKWHEEL_ARPA_INET_H

#include <features.h>
#define PACKWHEEL_NEED_socklen_t 1
#include <bits/typedefs.h>
#include <netinet/in.h>

PACKWHEEL_BEGIN_C

in_addr_t inet_addr(const char *);
int inet_aton(const char *, struct in_addr *);
in_addr_t inet_lnaof(struct in_addr);
struct in_addr inet_makeaddr(in_addr_t, in_addr_t);
in_addr_t inet_netof(struct in_addr);
in_addr_t inet_network(const char *);
char *inet_ntoa(struct in_addr);
const char *inet_ntop(int, const void *__restrict, char *__restrict, socklen_t);
int inet_pton(int, const char *__restrict, void *__restrict);

PACKWHEEL_END_C

#endif
