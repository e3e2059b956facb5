/*
 * What can be set for connections by TCP.
 * Spec: POSIX.1-2017 <netinet/tcp.h>; tcp(4) of Darwin.
 */
#ifndef PACKWHEEL_NETINET_TCP_H
#define PACKWHEEL_NETINET_TCP_H

#include <bits/darwin.h>
#include <machine/endian.h>
#include <machine/types.h>
#include <sys/types.h>

#define TCP_NODELAY 1

#if PACKWHEEL_USE_DARWIN
#define tcp6_seq tcp_seq
#define tcp6hdr tcphdr
#define TH_FIN 1
#define TH_SYN 2
#define TH_RST 4
#define TH_PUSH 8
#define TH_ACK 0x10
#define TH_URG 0x20
#define TH_ECE 0x40
#define TH_CWR 0x80
#define TH_FLAGS 247
#define TH_ACCEPT 23
#define TCPOPT_EOL 0
#define TCPOPT_NOP 1
#define TCPOPT_MAXSEG 2
#define TCPOLEN_MAXSEG 4
#define TCPOPT_WINDOW 3
#define TCPOLEN_WINDOW 3
#define TCPOPT_SACK_PERMITTED 4
#define TCPOLEN_SACK_PERMITTED 2
#define TCPOPT_SACK 5
#define TCPOLEN_SACK 8
#define TCPOPT_TIMESTAMP 8
#define TCPOLEN_TIMESTAMP 10
#define TCPOLEN_TSTAMP_APPA 12
#define TCPOPT_TSTAMP_HDR 0x101080a
#define MAX_TCPOPTLEN 40
#define TCPOPT_CC 11
#define TCPOPT_CCNEW 12
#define TCPOPT_CCECHO 13
#define TCPOLEN_CC 6
#define TCPOLEN_CC_APPA 8
#define TCPOPT_SIGNATURE 19
#define TCPOLEN_SIGNATURE 18
#define TCPOPT_FASTOPEN 34
#define TCPOLEN_FASTOPEN_REQ 2
#define TCPOPT_SACK_PERMIT_HDR 0x1010402
#define TCPOPT_SACK_HDR 0x1010500
#define MAX_SACK_BLKS 6
#define TCP_MAX_SACK 4
#define TCP_MSS 0x200
#define TCP_MINMSS 216
#define TCP6_MSS 0x400
#define TCP_MAXWIN 0xffff
#define TTCP_CLIENT_SND_WND 0x1000
#define TCP_MAX_WINSHIFT 14
#define TCP_MAXHLEN 60
#define TCP_MAXOLEN 40
#define TCP_MAXSEG 2
#define TCP_NOPUSH 4
#define TCP_NOOPT 8
#define TCP_KEEPALIVE 0x10
#define TCP_CONNECTIONTIMEOUT 0x20
#define PERSIST_TIMEOUT 0x40
#define TCP_RXT_CONNDROPTIME 0x80
#define TCP_RXT_FINDROP 0x100
#define TCP_KEEPINTVL 257
#define TCP_KEEPCNT 258
#define TCP_SENDMOREACKS 259
#define TCP_ENABLE_ECN 260
#define TCP_FASTOPEN 261
#define TCP_CONNECTION_INFO 262
#define TCP_NOTSENT_LOWAT 513
#define TCPCI_OPT_TIMESTAMPS 1
#define TCPCI_OPT_SACK 2
#define TCPCI_OPT_WSCALE 4
#define TCPCI_OPT_ECN 8
#define TCPCI_FLAG_LOSSRECOVERY 1
#define TCPCI_FLAG_REORDERING_DETECTED 2

typedef __uint32_t tcp_seq;
typedef __uint32_t tcp_cc;
struct tcphdr {
  unsigned short th_sport;
  unsigned short th_dport;
  tcp_seq th_seq;
  tcp_seq th_ack;
  unsigned int th_x2 : 4;
  unsigned int th_off : 4;
  unsigned char th_flags;
  unsigned short th_win;
  unsigned short th_sum;
  unsigned short th_urp;
};
struct tcp_connection_info {
  __uint8_t tcpi_state;
  __uint8_t tcpi_snd_wscale;
  __uint8_t tcpi_rcv_wscale;
  __uint8_t __pad1;
  __uint32_t tcpi_options;
  __uint32_t tcpi_flags;
  __uint32_t tcpi_rto;
  __uint32_t tcpi_maxseg;
  __uint32_t tcpi_snd_ssthresh;
  __uint32_t tcpi_snd_cwnd;
  __uint32_t tcpi_snd_wnd;
  __uint32_t tcpi_snd_sbbytes;
  __uint32_t tcpi_rcv_wnd;
  __uint32_t tcpi_rttcur;
  __uint32_t tcpi_srtt;
  __uint32_t tcpi_rttvar;
  __uint32_t tcpi_tfo_cookie_req : 1;
  __uint32_t tcpi_tfo_cookie_rcv : 1;
  __uint32_t tcpi_tfo_syn_loss : 1;
  __uint32_t tcpi_tfo_syn_data_sent : 1;
  __uint32_t tcpi_tfo_syn_data_acked : 1;
  __uint32_t tcpi_tfo_syn_data_rcv : 1;
  __uint32_t tcpi_tfo_cookie_req_rcv : 1;
  __uint32_t tcpi_tfo_cookie_sent : 1;
  __uint32_t tcpi_tfo_cookie_invalid : 1;
  __uint32_t tcpi_tfo_cookie_wrong : 1;
  __uint32_t tcpi_tfo_no_cookie_rcv : 1;
  __uint32_t tcpi_tfo_heuristics_disable : 1;
  __uint32_t tcpi_tfo_send_blackhole : 1;
  __uint32_t tcpi_tfo_recv_blackhole : 1;
  __uint32_t tcpi_tfo_onebyte_proxy : 1;
  __uint32_t __pad2 : 17;
  __uint64_t tcpi_txpackets;
  __uint64_t tcpi_txbytes;
  __uint64_t tcpi_txretransmitbytes;
  __uint64_t tcpi_rxpackets;
  __uint64_t tcpi_rxbytes;
  __uint64_t tcpi_rxoutoforderbytes;
  __uint64_t tcpi_txretransmitpackets;
};

#endif

#endif
