/*
 * Sockets.
 * Spec: POSIX.1-2017 <sys/socket.h>; socket(2) of Darwin.
 */
#ifndef PACKWHEEL_SYS_SOCKET_H
#define PACKWHEEL_SYS_SOCKET_H

#include <bits/darwin.h>
#include <sys/types.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_iovec
#define PACKWHEEL_NEED_sa_family_t
#define PACKWHEEL_NEED_socklen_t
#include <bits/typedefs.h>

PACKWHEEL_BEGIN_C

#define PACKWHEEL_ALIGN_CMSG(length) (((__darwin_size_t)(length) + 3) & ~(__darwin_size_t)3)
#define CMSG_DATA(header) ((unsigned char *)(header) + PACKWHEEL_ALIGN_CMSG(sizeof(struct cmsghdr)))
#define CMSG_FIRSTHDR(message) \
  ((message)->msg_controllen >= sizeof(struct cmsghdr) ? (struct cmsghdr *)(message)->msg_control : (struct cmsghdr *)0)
#define CMSG_NXTHDR(message, header) \
  ((header) == (struct cmsghdr *)0 ? CMSG_FIRSTHDR(message) \
   : (unsigned char *)(header) + PACKWHEEL_ALIGN_CMSG((header)->cmsg_len) + \
             PACKWHEEL_ALIGN_CMSG(sizeof(struct cmsghdr)) > \
           (unsigned char *)(message)->msg_control + (message)->msg_controllen \
       ? (struct cmsghdr *)0 \
       : (struct cmsghdr *)(void *)((unsigned char *)(header) + PACKWHEEL_ALIGN_CMSG((header)->cmsg_len)))

#define SOCK_STREAM 1
#define SOCK_DGRAM 2
#define SOCK_RAW 3
#define SOCK_SEQPACKET 5
#define SO_DEBUG 1
#define SO_ACCEPTCONN 2
#define SO_REUSEADDR 4
#define SO_KEEPALIVE 8
#define SO_DONTROUTE 0x10
#define SO_BROADCAST 0x20
#define SO_LINGER 0x80
#define SO_OOBINLINE 0x100
#define SO_SNDBUF 0x1001
#define SO_RCVBUF 0x1002
#define SO_SNDLOWAT 0x1003
#define SO_RCVLOWAT 0x1004
#define SO_SNDTIMEO 0x1005
#define SO_RCVTIMEO 0x1006
#define SO_ERROR 0x1007
#define SO_TYPE 0x1008
#define SOL_SOCKET 0xffff
#define AF_UNSPEC 0
#define AF_UNIX 1
#define AF_INET 2
#define AF_INET6 30
#define _SS_MAXSIZE 0x80
#define _SS_ALIGNSIZE 8
#define _SS_PAD1SIZE 6
#define _SS_PAD2SIZE 112
#define PF_UNSPEC 0
#define PF_LOCAL 1
#define PF_UNIX 1
#define PF_INET 2
#define PF_IMPLINK 3
#define PF_PUP 4
#define PF_CHAOS 5
#define PF_NS 6
#define PF_ISO 7
#define PF_OSI 7
#define PF_ECMA 8
#define PF_DATAKIT 9
#define PF_CCITT 10
#define PF_SNA 11
#define PF_DECnet 12
#define PF_DLI 13
#define PF_LAT 14
#define PF_HYLINK 15
#define PF_APPLETALK 0x10
#define PF_ROUTE 17
#define PF_LINK 18
#define PF_XTP 19
#define PF_COIP 20
#define PF_CNT 21
#define PF_SIP 24
#define PF_IPX 23
#define PF_RTIP 22
#define PF_PIP 25
#define PF_NDRV 27
#define PF_ISDN 28
#define PF_KEY 29
#define PF_INET6 30
#define PF_NATM 31
#define PF_SYSTEM 0x20
#define PF_NETBIOS 33
#define PF_PPP 34
#define PF_RESERVED_36 36
#define PF_UTUN 38
#define PF_VSOCK 40
#define PF_MAX 41
#define SOMAXCONN 0x80
#define MSG_OOB 1
#define MSG_PEEK 2
#define MSG_DONTROUTE 4
#define MSG_EOR 8
#define MSG_TRUNC 0x10
#define MSG_CTRUNC 0x20
#define MSG_WAITALL 0x40
#define MSG_NOSIGNAL 0x80000
#define SCM_RIGHTS 1
#define SHUT_RD 0
#define SHUT_WR 1
#define SHUT_RDWR 2

struct linger {
  int l_onoff;
  int l_linger;
};
struct sockaddr {
  __uint8_t sa_len;
  sa_family_t sa_family;
  char sa_data[14];
};
struct sockaddr_storage {
  __uint8_t ss_len;
  sa_family_t ss_family;
  char __ss_pad1[6];
  __int64_t __ss_align;
  char __ss_pad2[112];
};
struct msghdr {
  void *msg_name;
  socklen_t msg_namelen;
  struct iovec *msg_iov;
  int msg_iovlen;
  void *msg_control;
  socklen_t msg_controllen;
  int msg_flags;
};
struct cmsghdr {
  socklen_t cmsg_len;
  int cmsg_level;
  int cmsg_type;
};

int accept(int, struct sockaddr *__restrict, socklen_t *__restrict);
int bind(int, const struct sockaddr *, socklen_t);
int connect(int, const struct sockaddr *, socklen_t);
int getpeername(int, struct sockaddr *__restrict, socklen_t *__restrict);
int getsockname(int, struct sockaddr *__restrict, socklen_t *__restrict);
int getsockopt(int, int, int, void *__restrict, socklen_t *__restrict);
int listen(int, int);
int setsockopt(int, int, int, const void *, socklen_t);
int shutdown(int, int);
int sockatmark(int);
int socket(int, int, int);
int socketpair(int, int, int, int *);
ssize_t recv(int, void *, size_t, int);
ssize_t recvfrom(int, void *, size_t, int, struct sockaddr *__restrict, socklen_t *__restrict);
ssize_t recvmsg(int, struct msghdr *, int);
ssize_t send(int, const void *, size_t, int);
ssize_t sendmsg(int, const struct msghdr *, int);
ssize_t sendto(int, const void *, size_t, int, const struct sockaddr *, socklen_t);

#if PACKWHEEL_USE_DARWIN
#define PF_VLAN 0x766c616e
#define PF_BOND 0x626f6e64
#define CMSG_SPACE(length) (PACKWHEEL_ALIGN_CMSG(sizeof(struct cmsghdr)) + PACKWHEEL_ALIGN_CMSG(length))
#define CMSG_LEN(length) (PACKWHEEL_ALIGN_CMSG(sizeof(struct cmsghdr)) + (length))
#define SOCK_RDM 4
#define SO_USELOOPBACK 0x40
#define SO_REUSEPORT 0x200
#define SO_TIMESTAMP 0x400
#define SO_TIMESTAMP_MONOTONIC 0x800
#define SO_DONTTRUNC 0x2000
#define SO_WANTMORE 0x4000
#define SO_WANTOOBFLAG 0x8000
#define SO_LABEL 0x1010
#define SO_PEERLABEL 0x1011
#define SO_NREAD 0x1020
#define SO_NKE 0x1021
#define SO_NOSIGPIPE 0x1022
#define SO_NOADDRERR 0x1023
#define SO_NWRITE 0x1024
#define SO_REUSESHAREUID 0x1025
#define SO_NOTIFYCONFLICT 0x1026
#define SO_UPCALLCLOSEWAIT 0x1027
#define SO_LINGER_SEC 0x1080
#define SO_RANDOMPORT 0x1082
#define SO_NP_EXTENSIONS 0x1083
#define SO_NUMRCVPKT 0x1112
#define SO_NET_SERVICE_TYPE 0x1116
#define SO_NETSVC_MARKING_LEVEL 0x1119
#define NET_SERVICE_TYPE_BE 0
#define NET_SERVICE_TYPE_BK 1
#define NET_SERVICE_TYPE_SIG 2
#define NET_SERVICE_TYPE_VI 3
#define NET_SERVICE_TYPE_VO 4
#define NET_SERVICE_TYPE_RV 5
#define NET_SERVICE_TYPE_AV 6
#define NET_SERVICE_TYPE_OAM 7
#define NET_SERVICE_TYPE_RD 8
#define NETSVC_MRKNG_UNKNOWN 0
#define NETSVC_MRKNG_LVL_L2 1
#define NETSVC_MRKNG_LVL_L3L2_ALL 2
#define NETSVC_MRKNG_LVL_L3L2_BK 3
#define SAE_ASSOCID_ANY 0
#define SAE_ASSOCID_ALL 0xffffffff
#define SAE_CONNID_ANY 0
#define SAE_CONNID_ALL 0xffffffff
#define CONNECT_RESUME_ON_READ_WRITE 1
#define CONNECT_DATA_IDEMPOTENT 2
#define CONNECT_DATA_AUTHENTICATED 4
#define SONPX_SETOPTSHUT 1
#define AF_LOCAL 1
#define AF_IMPLINK 3
#define AF_PUP 4
#define AF_CHAOS 5
#define AF_NS 6
#define AF_ISO 7
#define AF_OSI 7
#define AF_ECMA 8
#define AF_DATAKIT 9
#define AF_CCITT 10
#define AF_SNA 11
#define AF_DECnet 12
#define AF_DLI 13
#define AF_LAT 14
#define AF_HYLINK 15
#define AF_APPLETALK 0x10
#define AF_ROUTE 17
#define AF_LINK 18
#define pseudo_AF_XTP 19
#define AF_COIP 20
#define AF_CNT 21
#define pseudo_AF_RTIP 22
#define AF_IPX 23
#define AF_SIP 24
#define pseudo_AF_PIP 25
#define AF_NDRV 27
#define AF_ISDN 28
#define AF_E164 28
#define pseudo_AF_KEY 29
#define AF_NATM 31
#define AF_SYSTEM 0x20
#define AF_NETBIOS 33
#define AF_PPP 34
#define pseudo_AF_HDRCMPLT 35
#define AF_RESERVED_36 36
#define AF_IEEE80211 37
#define AF_UTUN 38
#define AF_VSOCK 40
#define AF_MAX 41
#define SOCK_MAXADDRLEN 255
#define NET_MAXID 41
#define NET_RT_DUMP 1
#define NET_RT_FLAGS 2
#define NET_RT_IFLIST 3
#define NET_RT_STAT 4
#define NET_RT_TRASH 5
#define NET_RT_IFLIST2 6
#define NET_RT_DUMP2 7
#define NET_RT_FLAGS_PRIV 10
#define NET_RT_MAXID 11
#define MSG_DONTWAIT 0x80
#define MSG_EOF 0x100
#define MSG_WAITSTREAM 0x200
#define MSG_FLUSH 0x400
#define MSG_HOLD 0x800
#define MSG_SEND 0x1000
#define MSG_HAVEMORE 0x2000
#define MSG_RCVMORE 0x4000
#define MSG_NEEDSA 0x10000
#define SCM_TIMESTAMP 2
#define SCM_CREDS 3
#define SCM_TIMESTAMP_MONOTONIC 4

typedef __uint32_t sae_associd_t;
typedef __uint32_t sae_connid_t;
typedef struct sa_endpoints {
  unsigned int sae_srcif;
  const struct sockaddr *sae_srcaddr;
  socklen_t sae_srcaddrlen;
  const struct sockaddr *sae_dstaddr;
  socklen_t sae_dstaddrlen;
} sa_endpoints_t;
struct so_np_extensions {
  __uint32_t npx_flags;
  __uint32_t npx_mask;
};
struct sockproto {
  __uint16_t sp_family;
  __uint16_t sp_protocol;
};
struct sf_hdtr {
  struct iovec *headers;
  int hdr_cnt;
  struct iovec *trailers;
  int trl_cnt;
};

int connectx(int, const sa_endpoints_t *, sae_associd_t, unsigned int, const struct iovec *, unsigned int, size_t *,
    sae_connid_t *);
int disconnectx(int, sae_associd_t, sae_connid_t);
int sendfile(int, int, off_t, off_t *, struct sf_hdtr *, int);
#endif

PACKWHEEL_END_C

#endif
