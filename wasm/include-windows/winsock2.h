/* Sockets: ws2_32.dll. https://learn.microsoft.com/en-us/windows/win32/api/winsock2/ */
#ifndef _WINSOCK2_H
#define _WINSOCK2_H
#define _WINSOCKAPI_

#include <minwinbase.h>

typedef UINT_PTR SOCKET;
typedef unsigned char u_char;
typedef unsigned short u_short;
typedef unsigned u_int;
typedef unsigned long u_long;

#define INVALID_SOCKET ((SOCKET)(~0))
#define SOCKET_ERROR (-1)
#define FD_SETSIZE 64
#define SD_RECEIVE 0
#define SD_SEND 1
#define SD_BOTH 2
#define SOMAXCONN 0x7fffffff
#define INADDR_ANY ((ULONG)0x00000000)
#define INADDR_LOOPBACK 0x7f000001
#define INADDR_BROADCAST ((ULONG)0xffffffff)
#define INADDR_NONE 0xffffffff

#define AF_UNSPEC 0
#define AF_UNIX 1
#define AF_INET 2
#define AF_INET6 23
#define PF_UNSPEC AF_UNSPEC
#define PF_INET AF_INET
#define PF_INET6 AF_INET6
#define SOCK_STREAM 1
#define SOCK_DGRAM 2
#define SOCK_RAW 3
#define IPPROTO_IP 0
#define IPPROTO_ICMP 1
#define IPPROTO_TCP 6
#define IPPROTO_UDP 17
#define IPPROTO_IPV6 41
#define SOL_SOCKET 0xffff
#define SO_REUSEADDR 0x0004
#define SO_KEEPALIVE 0x0008
#define SO_BROADCAST 0x0020
#define SO_LINGER 0x0080
#define SO_EXCLUSIVEADDRUSE ((int)(~SO_REUSEADDR))
#define SO_SNDBUF 0x1001
#define SO_RCVBUF 0x1002
#define SO_SNDTIMEO 0x1005
#define SO_RCVTIMEO 0x1006
#define SO_ERROR 0x1007
#define SO_TYPE 0x1008
#define TCP_NODELAY 0x0001
#define MSG_OOB 0x1
#define MSG_PEEK 0x2
#define FIONBIO 0x8004667e
#define FIONREAD 0x4004667f
#define WSADESCRIPTION_LEN 256
#define WSASYS_STATUS_LEN 128

#define WSAEINTR 10004L
#define WSAEBADF 10009L
#define WSAEACCES 10013L
#define WSAEFAULT 10014L
#define WSAEINVAL 10022L
#define WSAEMFILE 10024L
#define WSAEWOULDBLOCK 10035L
#define WSAEINPROGRESS 10036L
#define WSAEALREADY 10037L
#define WSAENOTSOCK 10038L
#define WSAEDESTADDRREQ 10039L
#define WSAEMSGSIZE 10040L
#define WSAEPROTOTYPE 10041L
#define WSAENOPROTOOPT 10042L
#define WSAEPROTONOSUPPORT 10043L
#define WSAEOPNOTSUPP 10045L
#define WSAEAFNOSUPPORT 10047L
#define WSAEADDRINUSE 10048L
#define WSAEADDRNOTAVAIL 10049L
#define WSAENETDOWN 10050L
#define WSAENETUNREACH 10051L
#define WSAENETRESET 10052L
#define WSAECONNABORTED 10053L
#define WSAECONNRESET 10054L
#define WSAENOBUFS 10055L
#define WSAEISCONN 10056L
#define WSAENOTCONN 10057L
#define WSAESHUTDOWN 10058L
#define WSAETIMEDOUT 10060L
#define WSAECONNREFUSED 10061L
#define WSAEHOSTUNREACH 10065L
#define WSASYSNOTREADY 10091L
#define WSAVERNOTSUPPORTED 10092L
#define WSANOTINITIALISED 10093L
#define WSAHOST_NOT_FOUND 11001L
#define WSATRY_AGAIN 11002L
#define WSANO_RECOVERY 11003L
#define WSANO_DATA 11004L

typedef struct fd_set {
    u_int fd_count;
    SOCKET fd_array[FD_SETSIZE];
} fd_set;

#ifndef _TIMEVAL_DEFINED
#define _TIMEVAL_DEFINED
struct timeval {
    long tv_sec;
    long tv_usec;
};
#endif

typedef struct in_addr {
    union {
        struct {
            u_char s_b1, s_b2, s_b3, s_b4;
        } S_un_b;
        struct {
            u_short s_w1, s_w2;
        } S_un_w;
        u_long S_addr;
    } S_un;
} IN_ADDR, *PIN_ADDR;

#define s_addr S_un.S_addr

struct sockaddr {
    u_short sa_family;
    char sa_data[14];
};

struct sockaddr_in {
    short sin_family;
    u_short sin_port;
    struct in_addr sin_addr;
    char sin_zero[8];
};

struct sockaddr_storage {
    short ss_family;
    char __ss_pad1[6];
    long long __ss_align;
    char __ss_pad2[112];
};

struct linger {
    u_short l_onoff;
    u_short l_linger;
};

struct hostent {
    char *h_name;
    char **h_aliases;
    short h_addrtype;
    short h_length;
    char **h_addr_list;
};

typedef struct sockaddr SOCKADDR, *PSOCKADDR, *LPSOCKADDR;
typedef struct sockaddr_in SOCKADDR_IN, *PSOCKADDR_IN;
typedef struct sockaddr_storage SOCKADDR_STORAGE, *PSOCKADDR_STORAGE;
typedef struct fd_set FD_SET;

typedef struct WSAData {
    WORD wVersion;
    WORD wHighVersion;
#ifdef _WIN64
    unsigned short iMaxSockets;
    unsigned short iMaxUdpDg;
    char *lpVendorInfo;
    char szDescription[WSADESCRIPTION_LEN + 1];
    char szSystemStatus[WSASYS_STATUS_LEN + 1];
#else
    char szDescription[WSADESCRIPTION_LEN + 1];
    char szSystemStatus[WSASYS_STATUS_LEN + 1];
    unsigned short iMaxSockets;
    unsigned short iMaxUdpDg;
    char *lpVendorInfo;
#endif
} WSADATA, *LPWSADATA;

typedef struct pollfd {
    SOCKET fd;
    SHORT events;
    SHORT revents;
} WSAPOLLFD, *PWSAPOLLFD, *LPWSAPOLLFD;

#define POLLRDNORM 0x0100
#define POLLRDBAND 0x0200
#define POLLIN (POLLRDNORM | POLLRDBAND)
#define POLLWRNORM 0x0010
#define POLLOUT POLLWRNORM
#define POLLERR 0x0001
#define POLLHUP 0x0002
#define POLLNVAL 0x0004

__PACKWHEEL_BEGIN
SOCKET WINAPI accept(SOCKET, struct sockaddr *, int *);
int WINAPI bind(SOCKET, const struct sockaddr *, int);
int WINAPI closesocket(SOCKET);
int WINAPI connect(SOCKET, const struct sockaddr *, int);
int WINAPI ioctlsocket(SOCKET, long, u_long *);
int WINAPI getpeername(SOCKET, struct sockaddr *, int *);
int WINAPI getsockname(SOCKET, struct sockaddr *, int *);
int WINAPI getsockopt(SOCKET, int, int, char *, int *);
u_long WINAPI htonl(u_long);
u_short WINAPI htons(u_short);
unsigned long WINAPI inet_addr(const char *);
char *WINAPI inet_ntoa(struct in_addr);
int WINAPI listen(SOCKET, int);
u_long WINAPI ntohl(u_long);
u_short WINAPI ntohs(u_short);
int WINAPI recv(SOCKET, char *, int, int);
int WINAPI recvfrom(SOCKET, char *, int, int, struct sockaddr *, int *);
int WINAPI select(int, fd_set *, fd_set *, fd_set *, const struct timeval *);
int WINAPI send(SOCKET, const char *, int, int);
int WINAPI sendto(SOCKET, const char *, int, int, const struct sockaddr *, int);
int WINAPI setsockopt(SOCKET, int, int, const char *, int);
int WINAPI shutdown(SOCKET, int);
SOCKET WINAPI socket(int, int, int);
struct hostent *WINAPI gethostbyname(const char *);
int WINAPI gethostname(char *, int);
int WINAPI WSAStartup(WORD, LPWSADATA);
int WINAPI WSACleanup(void);
void WINAPI WSASetLastError(int);
int WINAPI WSAGetLastError(void);
int WINAPI WSAPoll(LPWSAPOLLFD, ULONG, INT);
int WINAPI __WSAFDIsSet(SOCKET, fd_set *);
__PACKWHEEL_END

#define FD_ISSET(socket, set) __WSAFDIsSet((SOCKET)(socket), (fd_set *)(set))
#define FD_ZERO(set) (((fd_set *)(set))->fd_count = 0)
#define FD_SET(socket, set)                                                  \
    do {                                                                     \
        fd_set *__set = (set);                                               \
        if (!FD_ISSET(socket, __set) && __set->fd_count < FD_SETSIZE)        \
            __set->fd_array[__set->fd_count++] = (socket);                   \
    } while (0)
#define FD_CLR(socket, set)                                                  \
    do {                                                                     \
        fd_set *__set = (set);                                               \
        u_int __at = 0;                                                      \
        while (__at < __set->fd_count && __set->fd_array[__at] != (socket))  \
            __at++;                                                          \
        if (__at < __set->fd_count)                                          \
            __set->fd_array[__at] = __set->fd_array[--__set->fd_count];      \
    } while (0)

#endif
