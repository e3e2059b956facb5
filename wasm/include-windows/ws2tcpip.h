/* Names of hosts, and IPv6: ws2_32.dll. */
#ifndef _WS2TCPIP_H
#define _WS2TCPIP_H

#include <winsock2.h>

#define NI_MAXHOST 1025
#define NI_MAXSERV 32
#define NI_NUMERICHOST 0x02
#define NI_NUMERICSERV 0x08
#define AI_PASSIVE 0x00000001
#define AI_CANONNAME 0x00000002
#define AI_NUMERICHOST 0x00000004
#define AI_ADDRCONFIG 0x00000400
#define EAI_AGAIN WSATRY_AGAIN
#define EAI_FAIL WSANO_RECOVERY
#define EAI_NONAME WSAHOST_NOT_FOUND
#define IPV6_V6ONLY 27
#define INET_ADDRSTRLEN 22
#define INET6_ADDRSTRLEN 65

typedef int socklen_t;

typedef struct in6_addr {
    union {
        UCHAR Byte[16];
        USHORT Word[8];
    } u;
} IN6_ADDR, *PIN6_ADDR;

#define s6_addr u.Byte

struct sockaddr_in6 {
    short sin6_family;
    USHORT sin6_port;
    ULONG sin6_flowinfo;
    struct in6_addr sin6_addr;
    ULONG sin6_scope_id;
};

typedef struct addrinfo {
    int ai_flags;
    int ai_family;
    int ai_socktype;
    int ai_protocol;
    size_t ai_addrlen;
    char *ai_canonname;
    struct sockaddr *ai_addr;
    struct addrinfo *ai_next;
} ADDRINFOA, *PADDRINFOA;

__PACKWHEEL_BEGIN
INT WINAPI getaddrinfo(PCSTR, PCSTR, const ADDRINFOA *, PADDRINFOA *);
VOID WINAPI freeaddrinfo(PADDRINFOA);
INT WINAPI getnameinfo(const SOCKADDR *, socklen_t, PCHAR, DWORD, PCHAR, DWORD, INT);
PCSTR WINAPI inet_ntop(INT, const VOID *, PSTR, size_t);
INT WINAPI inet_pton(INT, PCSTR, PVOID);
__PACKWHEEL_END

#endif
