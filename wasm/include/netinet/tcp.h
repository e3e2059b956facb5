/* <netinet/tcp.h>: options of TCP, POSIX.1-2017, and what Linux adds. */
#ifndef PACKWHEEL_NETINET_TCP_H
#define PACKWHEEL_NETINET_TCP_H

#include <features.h>
#define PACKWHEEL_NEED_uint8_t 1
#define PACKWHEEL_NEED_uint32_t 1
#define PACKWHEEL_NEED_uint64_t 1
#include <bits/typedefs.h>

#define TCP_CA_Open 0
#define TCP_REPAIR_OFF 0
#define TCP_CA_Disorder 1
#define TCP_ESTABLISHED 1
#define TCP_MD5SIG_FLAG_PREFIX 1
#define TCP_NODELAY 1
#define TCP_REPAIR_ON 1
#define TCP_CA_CWR 2
#define TCP_MAXSEG 2
#define TCP_SYN_SENT 2
#define TCP_CA_Recovery 3
#define TCP_CORK 3
#define TCP_SYN_RECV 3
#define TCP_CA_Loss 4
#define TCP_FIN_WAIT1 4
#define TCP_KEEPIDLE 4
#define TCP_FIN_WAIT2 5
#define TCP_KEEPINTVL 5
#define TCP_KEEPCNT 6
#define TCP_TIME_WAIT 6
#define TCP_CLOSE 7
#define TCP_SYNCNT 7
#define TCP_CLOSE_WAIT 8
#define TCP_LINGER2 8
#define TCP_DEFER_ACCEPT 9
#define TCP_LAST_ACK 9
#define TCP_LISTEN 10
#define TCP_WINDOW_CLAMP 10
#define TCP_CLOSING 11
#define TCP_INFO 11
#define TCP_QUICKACK 12
#define TCP_CONGESTION 13
#define TCP_MD5SIG 14
#define TCP_THIN_LINEAR_TIMEOUTS 16
#define TCP_THIN_DUPACK 17
#define TCP_USER_TIMEOUT 18
#define TCP_REPAIR 19
#define TCP_REPAIR_QUEUE 20
#define TCP_QUEUE_SEQ 21
#define TCP_REPAIR_OPTIONS 22
#define TCP_FASTOPEN 23
#define TCP_TIMESTAMP 24
#define TCP_NOTSENT_LOWAT 25
#define TCP_CC_INFO 26
#define TCP_SAVE_SYN 27
#define TCP_SAVED_SYN 28
#define TCP_REPAIR_WINDOW 29
#define TCP_FASTOPEN_CONNECT 30
#define TCP_ULP 31
#define TCP_MD5SIG_EXT 32
#define TCP_FASTOPEN_KEY 33
#define TCP_FASTOPEN_NO_COOKIE 34
#define TCP_ZEROCOPY_RECEIVE 35
#define TCP_CM_INQ 36
#define TCP_INQ 36
#define TCP_TX_DELAY 37
#define TCP_MD5SIG_MAXKEYLEN 0x50
#define TCP_REPAIR_OFF_NO_WP (-1)
#if PACKWHEEL_LIBC_GLIBC
#define TCP_MAX_WINSHIFT 14
#endif
#if PACKWHEEL_LIBC_MUSL
#define TCP_MD5SIG_FLAG_IFINDEX 2
#endif
#define SOL_TCP 6
#define TCPI_OPT_TIMESTAMPS 1
#define TCPI_OPT_SACK 2
#define TCPI_OPT_WSCALE 4
#define TCPI_OPT_ECN 8
#define TCPOLEN_SACK_PERMITTED 2
#define TCPOLEN_WINDOW 3
#define TCPOLEN_MAXSEG 4
#define TCPOLEN_TIMESTAMP 10
#define TCPOPT_EOL 0
#define TCPOPT_NOP 1
#define TCPOPT_MAXSEG 2
#define TCPOPT_WINDOW 3
#define TCPOPT_SACK_PERMITTED 4
#define TCPOPT_SACK 5
#define TCPOPT_TIMESTAMP 8
#define TH_FIN 1
#define TH_SYN 2
#define TH_RST 4
#define TH_PUSH 8
#define TH_ACK 16
#define TH_URG 32
#if PACKWHEEL_LIBC_GLIBC
#define TCPI_OPT_ECN_SEEN 16
#define TCPI_OPT_SYN_DATA 32
#define TCPOLEN_TSTAMP_APPA 12
#define TCPOPT_TSTAMP_HDR 0x101080a
#endif

struct tcp_info {
  uint8_t tcpi_state;
  uint8_t tcpi_ca_state;
  uint8_t tcpi_retransmits;
  uint8_t tcpi_probes;
  uint8_t tcpi_backoff;
  uint8_t tcpi_options;
  uint8_t tcpi_snd_wscale : 4, tcpi_rcv_wscale : 4;
#if PACKWHEEL_LIBC_MUSL
  uint8_t tcpi_delivery_rate_app_limited : 1, tcpi_fastopen_client_fail : 2;
#endif
  uint32_t tcpi_rto;
  uint32_t tcpi_ato;
  uint32_t tcpi_snd_mss;
  uint32_t tcpi_rcv_mss;
  uint32_t tcpi_unacked;
  uint32_t tcpi_sacked;
  uint32_t tcpi_lost;
  uint32_t tcpi_retrans;
  uint32_t tcpi_fackets;
  uint32_t tcpi_last_data_sent;
  uint32_t tcpi_last_ack_sent;
  uint32_t tcpi_last_data_recv;
  uint32_t tcpi_last_ack_recv;
  uint32_t tcpi_pmtu;
  uint32_t tcpi_rcv_ssthresh;
  uint32_t tcpi_rtt;
  uint32_t tcpi_rttvar;
  uint32_t tcpi_snd_ssthresh;
  uint32_t tcpi_snd_cwnd;
  uint32_t tcpi_advmss;
  uint32_t tcpi_reordering;
  uint32_t tcpi_rcv_rtt;
  uint32_t tcpi_rcv_space;
  uint32_t tcpi_total_retrans;
#if PACKWHEEL_LIBC_MUSL
  uint64_t tcpi_pacing_rate;
  uint64_t tcpi_max_pacing_rate;
  uint64_t tcpi_bytes_acked;
  uint64_t tcpi_bytes_received;
  uint32_t tcpi_segs_out;
  uint32_t tcpi_segs_in;
  uint32_t tcpi_notsent_bytes;
  uint32_t tcpi_min_rtt;
  uint32_t tcpi_data_segs_in;
  uint32_t tcpi_data_segs_out;
  uint64_t tcpi_delivery_rate;
  uint64_t tcpi_busy_time;
  uint64_t tcpi_rwnd_limited;
  uint64_t tcpi_sndbuf_limited;
  uint32_t tcpi_delivered;
  uint32_t tcpi_delivered_ce;
  uint64_t tcpi_bytes_sent;
  uint64_t tcpi_bytes_retrans;
  uint32_t tcpi_dsack_dups;
  uint32_t tcpi_reord_seen;
  uint32_t tcpi_rcv_ooopack;
  uint32_t tcpi_snd_wnd;
#endif
};

#endif
