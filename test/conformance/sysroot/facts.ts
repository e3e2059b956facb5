/**
 * What is compared: the headers, the types that each must have, and the members of its structs.
 * Macros and functions need no list: every one that our headers have is compared.
 */
export interface HeaderFacts {
  readonly header: string;
  /** Of a header that the other C library does not have. */
  readonly libc?: "glibc";
  /** Separated by spaces. */
  readonly types?: string;
  /** Members that programs may use, separated by spaces, by type. */
  readonly structs?: Readonly<Record<string, string>>;
}

const POINT_IN_TIME = "tv_sec tv_nsec";

export const HEADERS: readonly HeaderFacts[] = [
  // ISO C
  { header: "assert.h" },
  { header: "complex.h" },
  { header: "ctype.h" },
  { header: "errno.h" },
  { header: "fenv.h", types: "fenv_t fexcept_t" },
  { header: "float.h" },
  { header: "inttypes.h", structs: { imaxdiv_t: "quot rem" } },
  { header: "iso646.h" },
  { header: "limits.h" },
  {
    header: "locale.h",
    structs: {
      "struct lconv":
        "decimal_point thousands_sep grouping int_curr_symbol currency_symbol mon_decimal_point mon_thousands_sep " +
        "mon_grouping positive_sign negative_sign int_frac_digits frac_digits p_cs_precedes p_sep_by_space n_cs_precedes " +
        "n_sep_by_space p_sign_posn n_sign_posn int_p_cs_precedes int_n_cs_precedes int_p_sep_by_space " +
        "int_n_sep_by_space int_p_sign_posn int_n_sign_posn",
    },
    types: "locale_t",
  },
  { header: "math.h", types: "float_t double_t" },
  { header: "setjmp.h", types: "jmp_buf sigjmp_buf" },
  {
    header: "signal.h",
    types: "sig_atomic_t sigset_t pid_t uid_t sigjmp_buf mcontext_t",
    structs: {
      siginfo_t:
        "si_signo si_errno si_code si_pid si_uid si_status si_utime si_stime si_value si_addr si_band si_fd si_timerid " +
        "si_overrun si_ptr si_int",
      "struct sigaction": "sa_handler sa_sigaction sa_mask sa_flags",
      "union sigval": "sival_int sival_ptr",
      stack_t: "ss_sp ss_flags ss_size",
      "struct sigevent": "sigev_notify sigev_signo sigev_value sigev_notify_function sigev_notify_attributes",
      ucontext_t: "uc_flags uc_link uc_stack uc_mcontext uc_sigmask",
    },
  },
  { header: "stdalign.h" },
  { header: "stdarg.h", types: "va_list" },
  { header: "stdatomic.h" },
  { header: "stdbool.h" },
  { header: "stddef.h", types: "size_t ptrdiff_t wchar_t max_align_t" },
  {
    header: "stdint.h",
    types:
      "int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t int_least8_t int_least16_t int_least32_t " +
      "int_least64_t uint_least8_t uint_least16_t uint_least32_t uint_least64_t int_fast8_t int_fast16_t int_fast32_t " +
      "int_fast64_t uint_fast8_t uint_fast16_t uint_fast32_t uint_fast64_t intptr_t uintptr_t intmax_t uintmax_t",
  },
  { header: "stdio.h", types: "fpos_t" },
  { header: "stdlib.h", structs: { div_t: "quot rem", ldiv_t: "quot rem", lldiv_t: "quot rem" } },
  { header: "stdnoreturn.h" },
  { header: "string.h" },
  { header: "tgmath.h" },
  { header: "threads.h", types: "mtx_t cnd_t thrd_t tss_t once_flag" },
  {
    header: "time.h",
    types: "time_t clock_t clockid_t timer_t",
    structs: {
      "struct tm": "tm_sec tm_min tm_hour tm_mday tm_mon tm_year tm_wday tm_yday tm_isdst tm_gmtoff tm_zone",
      "struct timespec": POINT_IN_TIME,
      "struct itimerspec": "it_interval it_value",
    },
  },
  { header: "uchar.h", types: "char16_t char32_t" },
  { header: "wchar.h", types: "wint_t", structs: { mbstate_t: "" } },
  { header: "wctype.h", types: "wctype_t wctrans_t" },

  // POSIX
  {
    header: "sys/types.h",
    types:
      "blkcnt_t blksize_t clock_t clockid_t dev_t fsblkcnt_t fsfilcnt_t gid_t id_t ino_t key_t mode_t nlink_t off_t " +
      "pid_t size_t ssize_t suseconds_t time_t timer_t uid_t useconds_t pthread_t pthread_key_t pthread_once_t " +
      "pthread_attr_t pthread_mutex_t pthread_mutexattr_t pthread_cond_t pthread_condattr_t pthread_rwlock_t " +
      "pthread_rwlockattr_t pthread_barrier_t pthread_barrierattr_t pthread_spinlock_t u_char u_short u_int u_long " +
      "ushort uint ulong u_int8_t u_int16_t u_int32_t u_int64_t loff_t caddr_t quad_t u_quad_t " +
      "off64_t ino64_t blkcnt64_t fsblkcnt64_t fsfilcnt64_t register_t",
  },
  { header: "unistd.h", types: "intptr_t" },
  {
    header: "fcntl.h",
    structs: {
      "struct flock": "l_type l_whence l_start l_len l_pid",
      "struct flock64": "l_type l_whence l_start l_len l_pid",
      "struct f_owner_ex": "type pid",
    },
  },
  {
    header: "sys/stat.h",
    structs: {
      "struct stat":
        "st_dev st_ino st_mode st_nlink st_uid st_gid st_rdev st_size st_blksize st_blocks st_atime st_mtime st_ctime " +
        "st_atim st_mtim st_ctim",
      "struct stat64":
        "st_dev st_ino st_mode st_nlink st_uid st_gid st_rdev st_size st_blksize st_blocks st_atim st_mtim st_ctim",
    },
  },
  {
    header: "sys/time.h",
    structs: {
      "struct timeval": "tv_sec tv_usec",
      "struct itimerval": "it_interval it_value",
      "struct timezone": "tz_minuteswest tz_dsttime",
    },
  },
  { header: "sys/mman.h" },
  { header: "sys/uio.h", structs: { "struct iovec": "iov_base iov_len" } },
  {
    header: "sys/socket.h",
    types: "socklen_t sa_family_t",
    structs: {
      "struct sockaddr": "sa_family sa_data",
      "struct sockaddr_storage": "ss_family",
      "struct msghdr": "msg_name msg_namelen msg_iov msg_iovlen msg_control msg_controllen msg_flags",
      "struct cmsghdr": "cmsg_len cmsg_level cmsg_type",
      "struct linger": "l_onoff l_linger",
      "struct ucred": "pid uid gid",
      "struct mmsghdr": "msg_hdr msg_len",
    },
  },
  {
    header: "netinet/in.h",
    types: "in_port_t in_addr_t",
    structs: {
      "struct in_addr": "s_addr",
      "struct sockaddr_in": "sin_family sin_port sin_addr sin_zero",
      "struct in6_addr": "s6_addr s6_addr16 s6_addr32",
      "struct sockaddr_in6": "sin6_family sin6_port sin6_flowinfo sin6_addr sin6_scope_id",
      "struct ip_mreq": "imr_multiaddr imr_interface",
      "struct ip_mreqn": "imr_multiaddr imr_address imr_ifindex",
      "struct ip_mreq_source": "imr_multiaddr imr_interface imr_sourceaddr",
      "struct ipv6_mreq": "ipv6mr_multiaddr ipv6mr_interface",
      "struct group_req": "gr_interface gr_group",
      "struct group_source_req": "gsr_interface gsr_group gsr_source",
      "struct in_pktinfo": "ipi_ifindex ipi_spec_dst ipi_addr",
      "struct in6_pktinfo": "ipi6_addr ipi6_ifindex",
    },
  },
  {
    header: "netinet/tcp.h",
    structs: {
      "struct tcp_info":
        "tcpi_state tcpi_ca_state tcpi_retransmits tcpi_probes tcpi_backoff tcpi_options tcpi_rto tcpi_ato tcpi_snd_mss " +
        "tcpi_rcv_mss tcpi_unacked tcpi_rtt tcpi_rttvar tcpi_snd_cwnd tcpi_advmss tcpi_reordering tcpi_rcv_rtt " +
        "tcpi_rcv_space tcpi_total_retrans",
    },
  },
  { header: "arpa/inet.h" },
  {
    header: "netdb.h",
    structs: {
      "struct hostent": "h_name h_aliases h_addrtype h_length h_addr_list h_addr",
      "struct netent": "n_name n_aliases n_addrtype n_net",
      "struct protoent": "p_name p_aliases p_proto",
      "struct servent": "s_name s_aliases s_port s_proto",
      "struct addrinfo": "ai_flags ai_family ai_socktype ai_protocol ai_addrlen ai_addr ai_canonname ai_next",
    },
  },
  {
    header: "net/if.h",
    structs: {
      "struct if_nameindex": "if_index if_name",
      "struct ifreq": "ifr_name ifr_addr ifr_flags ifr_ifindex ifr_mtu ifr_hwaddr",
      "struct ifconf": "ifc_len ifc_buf",
    },
  },
  {
    header: "ifaddrs.h",
    structs: {
      "struct ifaddrs": "ifa_next ifa_name ifa_flags ifa_addr ifa_netmask ifa_broadaddr ifa_dstaddr ifa_data",
    },
  },
  { header: "sys/un.h", structs: { "struct sockaddr_un": "sun_family sun_path" } },
  { header: "sys/select.h", structs: { fd_set: "" } },
  { header: "poll.h", types: "nfds_t", structs: { "struct pollfd": "fd events revents" } },
  { header: "sys/ioctl.h", structs: { "struct winsize": "ws_row ws_col ws_xpixel ws_ypixel" } },
  { header: "sys/wait.h", types: "idtype_t" },
  {
    header: "sys/resource.h",
    types: "rlim_t",
    structs: {
      "struct rlimit": "rlim_cur rlim_max",
      "struct rlimit64": "rlim_cur rlim_max",
      "struct rusage":
        "ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt ru_nswap ru_inblock ru_oublock " +
        "ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw",
    },
  },
  { header: "sys/param.h" },
  { header: "sys/utsname.h", structs: { "struct utsname": "sysname nodename release version machine domainname" } },
  { header: "sys/times.h", structs: { "struct tms": "tms_utime tms_stime tms_cutime tms_cstime" } },
  { header: "sys/file.h" },
  { header: "sys/syscall.h" },
  { header: "sys/random.h" },
  { header: "sys/auxv.h" },
  {
    header: "sys/sysinfo.h",
    structs: {
      "struct sysinfo":
        "uptime loads totalram freeram sharedram bufferram totalswap freeswap procs totalhigh freehigh mem_unit",
    },
  },
  { header: "sys/sysmacros.h" },
  {
    header: "sys/statvfs.h",
    structs: {
      "struct statvfs": "f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree f_favail f_fsid f_flag f_namemax",
      "struct statvfs64": "f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree f_favail f_fsid f_flag f_namemax",
    },
  },
  {
    header: "sys/vfs.h",
    structs: {
      "struct statfs": "f_type f_bsize f_blocks f_bfree f_bavail f_files f_ffree f_fsid f_namelen f_frsize f_flags",
      "struct statfs64": "f_type f_bsize f_blocks f_bfree f_bavail f_files f_ffree f_fsid f_namelen f_frsize f_flags",
    },
  },
  { header: "sys/statfs.h", types: "fsid_t" },
  { header: "sys/mount.h" },
  { header: "sys/prctl.h" },
  { header: "sys/epoll.h", structs: { "struct epoll_event": "events data", epoll_data_t: "ptr fd u32 u64" } },
  { header: "sys/eventfd.h", types: "eventfd_t" },
  {
    header: "sys/signalfd.h",
    structs: { "struct signalfd_siginfo": "ssi_signo ssi_errno ssi_code ssi_pid ssi_uid ssi_fd" },
  },
  { header: "sys/timerfd.h" },
  { header: "sys/inotify.h", structs: { "struct inotify_event": "wd mask cookie len" } },
  { header: "sys/sendfile.h" },
  {
    header: "sys/ipc.h",
    structs: { "struct ipc_perm": "uid gid cuid cgid mode" },
  },
  {
    header: "sys/shm.h",
    types: "shmatt_t",
    structs: {
      "struct shmid_ds": "shm_perm shm_segsz shm_atime shm_dtime shm_ctime shm_cpid shm_lpid shm_nattch",
    },
  },
  {
    header: "sys/sem.h",
    structs: { "struct sembuf": "sem_num sem_op sem_flg", "struct semid_ds": "sem_perm sem_otime sem_ctime sem_nsems" },
  },
  {
    header: "sys/msg.h",
    types: "msgqnum_t msglen_t",
    structs: {
      "struct msqid_ds": "msg_perm msg_stime msg_rtime msg_ctime msg_qnum msg_qbytes msg_lspid msg_lrpid",
    },
  },
  { header: "sys/errno.h" },
  { header: "sys/poll.h" },
  { header: "sys/signal.h" },
  { header: "sys/fcntl.h" },
  { header: "sys/termios.h" },
  { header: "sys/ucontext.h" },
  { header: "sys/unistd.h" },
  { header: "sys/syslog.h" },
  { header: "sys/cdefs.h" },
  { header: "wait.h" },
  { header: "syscall.h" },
  { header: "memory.h" },
  { header: "features.h" },
  {
    header: "pthread.h",
    types: "struct _pthread_cleanup_buffer",
  },
  { header: "semaphore.h", types: "sem_t" },
  { header: "sched.h", types: "cpu_set_t", structs: { "struct sched_param": "sched_priority" } },
  {
    header: "dlfcn.h",
    structs: { Dl_info: "dli_fname dli_fbase dli_sname dli_saddr" },
  },
  {
    header: "dirent.h",
    structs: {
      "struct dirent": "d_ino d_off d_reclen d_type d_name",
      "struct dirent64": "d_ino d_off d_reclen d_type d_name",
    },
  },
  { header: "strings.h" },
  {
    header: "termios.h",
    types: "cc_t speed_t tcflag_t",
    structs: { "struct termios": "c_iflag c_oflag c_cflag c_lflag c_line c_cc" },
  },
  {
    header: "pwd.h",
    structs: { "struct passwd": "pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell" },
  },
  { header: "grp.h", structs: { "struct group": "gr_name gr_passwd gr_gid gr_mem" } },
  { header: "utime.h", structs: { "struct utimbuf": "actime modtime" } },
  { header: "libgen.h" },
  { header: "getopt.h", structs: { "struct option": "name has_arg flag val" } },
  {
    header: "glob.h",
    structs: {
      glob_t: "gl_pathc gl_pathv gl_offs gl_flags gl_closedir gl_readdir gl_opendir gl_lstat gl_stat",
      glob64_t: "gl_pathc gl_pathv gl_offs",
    },
  },
  { header: "fnmatch.h" },
  { header: "wordexp.h", structs: { wordexp_t: "we_wordc we_wordv we_offs" } },
  { header: "regex.h", types: "regoff_t", structs: { regex_t: "re_nsub", regmatch_t: "rm_so rm_eo" } },
  { header: "langinfo.h" },
  { header: "nl_types.h", types: "nl_item nl_catd" },
  { header: "iconv.h", types: "iconv_t" },
  { header: "libintl.h" },
  { header: "syslog.h" },
  { header: "sysexits.h" },
  {
    header: "search.h",
    types: "ACTION VISIT",
    structs: { ENTRY: "key data", "struct hsearch_data": "", "struct qelem": "q_forw q_back" },
  },
  { header: "ftw.h", structs: { "struct FTW": "base level" } },
  {
    header: "fts.h",
    libc: "glibc",
    structs: {
      FTSENT:
        "fts_cycle fts_parent fts_link fts_number fts_pointer fts_accpath fts_path fts_errno fts_symfd fts_pathlen " +
        "fts_namelen fts_ino fts_dev fts_nlink fts_level fts_info fts_flags fts_instr fts_statp fts_name",
    },
  },
  { header: "err.h" },
  { header: "error.h", libc: "glibc" },
  { header: "malloc.h", structs: { "struct mallinfo": "arena uordblks fordblks", "struct mallinfo2": "arena" } },
  { header: "alloca.h" },
  { header: "endian.h" },
  { header: "paths.h" },
  { header: "monetary.h" },
  { header: "mntent.h", structs: { "struct mntent": "mnt_fsname mnt_dir mnt_type mnt_opts mnt_freq mnt_passno" } },
  { header: "net/ethernet.h", structs: { "struct ether_header": "ether_dhost ether_shost ether_type" } },
  {
    header: "netpacket/packet.h",
    structs: {
      "struct sockaddr_ll": "sll_family sll_protocol sll_ifindex sll_hatype sll_pkttype sll_halen sll_addr",
    },
  },
  { header: "byteswap.h" },
  { header: "execinfo.h", libc: "glibc" },
  { header: "gnu/libc-version.h", libc: "glibc" },
  {
    header: "link.h",
    structs: {
      "struct dl_phdr_info":
        "dlpi_addr dlpi_name dlpi_phdr dlpi_phnum dlpi_adds dlpi_subs dlpi_tls_modid dlpi_tls_data",
      "struct link_map": "l_addr l_name l_ld l_next l_prev",
    },
  },
  {
    header: "elf.h",
    types: "Elf32_Half Elf32_Word Elf32_Addr Elf64_Half Elf64_Word Elf64_Xword Elf64_Addr",
    structs: {
      Elf32_Ehdr:
        "e_ident e_type e_machine e_version e_entry e_phoff e_shoff e_flags e_ehsize e_phentsize e_phnum e_shentsize " +
        "e_shnum e_shstrndx",
      Elf64_Ehdr:
        "e_ident e_type e_machine e_version e_entry e_phoff e_shoff e_flags e_ehsize e_phentsize e_phnum e_shentsize " +
        "e_shnum e_shstrndx",
      Elf32_Phdr: "p_type p_offset p_vaddr p_paddr p_filesz p_memsz p_flags p_align",
      Elf64_Phdr: "p_type p_offset p_vaddr p_paddr p_filesz p_memsz p_flags p_align",
      Elf32_Shdr: "sh_name sh_type sh_flags sh_addr sh_offset sh_size sh_link sh_info sh_addralign sh_entsize",
      Elf64_Shdr: "sh_name sh_type sh_flags sh_addr sh_offset sh_size sh_link sh_info sh_addralign sh_entsize",
      Elf32_Sym: "st_name st_value st_size st_info st_other st_shndx",
      Elf64_Sym: "st_name st_value st_size st_info st_other st_shndx",
      Elf32_Rel: "r_offset r_info",
      Elf64_Rel: "r_offset r_info",
      Elf32_Rela: "r_offset r_info r_addend",
      Elf64_Rela: "r_offset r_info r_addend",
      Elf32_Dyn: "d_tag d_un.d_val d_un.d_ptr",
      Elf64_Dyn: "d_tag d_un.d_val d_un.d_ptr",
      Elf32_Nhdr: "n_namesz n_descsz n_type",
      Elf64_Nhdr: "n_namesz n_descsz n_type",
      Elf64_auxv_t: "a_type a_un.a_val",
    },
  },
  { header: "ucontext.h" },
  { header: "spawn.h", types: "posix_spawnattr_t posix_spawn_file_actions_t" },
  {
    header: "aio.h",
    structs: {
      "struct aiocb": "aio_fildes aio_lio_opcode aio_reqprio aio_buf aio_nbytes aio_sigevent aio_offset",
    },
  },
  { header: "tar.h" },
];

/** Headers of the kernel, which come with glibc's in Debian, but not with musl's. */
export const KERNEL_HEADERS: readonly HeaderFacts[] = [
  { header: "linux/limits.h" },
  { header: "linux/types.h", types: "__u8 __u16 __u32 __u64 __s8 __s16 __s32 __s64 __le16 __be32 __le64" },
  { header: "linux/futex.h" },
  { header: "linux/random.h" },
  { header: "asm/unistd.h" },
  { header: "asm/hwcap.h" },
  { header: "asm/types.h" },
];
