/*
 * Names of hosts and services.
 * Spec: POSIX.1-2017 <netdb.h>.
 */
#ifndef PACKWHEEL_NETDB_H
#define PACKWHEEL_NETDB_H

#include <bits/darwin.h>
#include <stdint.h>
#include <netinet/in.h>
#define PACKWHEEL_NEED_iovec
#define PACKWHEEL_NEED_sa_family_t
#define PACKWHEEL_NEED_socklen_t
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

#define _PATH_HEQUIV "/etc/hosts.equiv"
#define _PATH_HOSTS "/etc/hosts"
#define _PATH_NETWORKS "/etc/networks"
#define _PATH_PROTOCOLS "/etc/protocols"
#define _PATH_SERVICES "/etc/services"
#define HOST_NOT_FOUND 1
#define TRY_AGAIN 2
#define NO_RECOVERY 3
#define NO_DATA 4
#define EAI_AGAIN 2
#define EAI_BADFLAGS 3
#define EAI_FAIL 4
#define EAI_FAMILY 5
#define EAI_MEMORY 6
#define EAI_NONAME 8
#define EAI_SERVICE 9
#define EAI_SOCKTYPE 10
#define EAI_SYSTEM 11
#define EAI_OVERFLOW 14
#define AI_PASSIVE 1
#define AI_CANONNAME 2
#define AI_NUMERICHOST 4
#define AI_NUMERICSERV 0x1000
#define AI_ALL 0x100
#define AI_ADDRCONFIG 0x400
#define AI_V4MAPPED 0x800
#define NI_NOFQDN 1
#define NI_NUMERICHOST 2
#define NI_NAMEREQD 4
#define NI_NUMERICSERV 8
#define NI_NUMERICSCOPE 0x100
#define NI_DGRAM 0x10

struct hostent {
  char *h_name;
  char **h_aliases;
  int h_addrtype;
  int h_length;
  char **h_addr_list;
};
struct netent {
  char *n_name;
  char **n_aliases;
  int n_addrtype;
  __uint32_t n_net;
};
struct servent {
  char *s_name;
  char **s_aliases;
  int s_port;
  char *s_proto;
};
struct protoent {
  char *p_name;
  char **p_aliases;
  int p_proto;
};
struct addrinfo {
  int ai_flags;
  int ai_family;
  int ai_socktype;
  int ai_protocol;
  socklen_t ai_addrlen;
  char *ai_canonname;
  struct sockaddr *ai_addr;
  struct addrinfo *ai_next;
};

extern int h_errno;
const char *gai_strerror(int);
int getaddrinfo(const char *__restrict, const char *__restrict, const struct addrinfo *__restrict,
    struct addrinfo **__restrict);
int getnameinfo(const struct sockaddr *__restrict, socklen_t, char *__restrict, socklen_t, char *__restrict, socklen_t,
    int);
struct hostent *gethostbyaddr(const void *, socklen_t, int);
struct hostent *gethostbyname(const char *);
struct hostent *gethostent(void);
struct netent *getnetbyaddr(__uint32_t, int);
struct netent *getnetbyname(const char *);
struct netent *getnetent(void);
struct protoent *getprotobyname(const char *);
struct protoent *getprotobynumber(int);
struct protoent *getprotoent(void);
struct servent *getservbyname(const char *, const char *);
struct servent *getservbyport(int, const char *);
struct servent *getservent(void);
void endhostent(void);
void endnetent(void);
void endprotoent(void);
void endservent(void);
void freeaddrinfo(struct addrinfo *);
void sethostent(int);
void setnetent(int);
void setprotoent(int);
void setservent(int);

#if PACKWHEEL_USE_DARWIN
#define h_addr h_addr_list[0]
#define NETDB_INTERNAL (-1)
#define NETDB_SUCCESS 0
#define NO_ADDRESS 4
#define EAI_ADDRFAMILY 1
#define EAI_NODATA 7
#define EAI_BADHINTS 12
#define EAI_PROTOCOL 13
#define EAI_MAX 15
#define AI_MASK 0x1407
#define AI_V4MAPPED_CFG 0x200
#define AI_DEFAULT 0x600
#define AI_UNUSABLE 0x10000000
#define NI_MAXHOST 1025
#define NI_MAXSERV 0x20
#define NI_WITHSCOPEID 0x20
#define SCOPE_DELIMITER 37

struct rpcent {
  char *r_name;
  char **r_aliases;
  int r_number;
};

const char *hstrerror(int);
int getnetgrent(char **, char **, char **);
int innetgr(const char *, const char *, const char *, const char *);
struct hostent *gethostbyname2(const char *, int);
struct hostent *getipnodebyaddr(const void *, size_t, int, int *);
struct hostent *getipnodebyname(const char *, int, int, int *);
struct rpcent *getrpcbyname(const char *);
struct rpcent *getrpcbynumber(int);
struct rpcent *getrpcent(void);
void endnetgrent(void);
void endrpcent(void);
void freehostent(struct hostent *);
void herror(const char *);
void setnetgrent(const char *);
void setrpcent(int);
#endif

PACKWHEEL_END_C

#endif
