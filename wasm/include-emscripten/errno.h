/*
 * Error numbers and `errno`.
 * Spec: ISO C17 7.5; POSIX.1-2017 <errno.h>. The numbers are those of WASI, with Linux's further errors from 100 on, as
 * Python's module errno tells them of Emscripten.
 */
#ifndef PACKWHEEL_ERRNO_H
#define PACKWHEEL_ERRNO_H

#include <features.h>

#define E2BIG 1
#define EACCES 2
#define EADDRINUSE 3
#define EADDRNOTAVAIL 4
#define EAFNOSUPPORT 5
#define EAGAIN 6
#define EWOULDBLOCK EAGAIN
#define EALREADY 7
#define EBADF 8
#define EBADMSG 9
#define EBUSY 10
#define ECANCELED 11
#define ECHILD 12
#define ECONNABORTED 13
#define ECONNREFUSED 14
#define ECONNRESET 15
#define EDEADLK 16
#define EDEADLOCK EDEADLK
#define EDESTADDRREQ 17
#define EDOM 18
#define EDQUOT 19
#define EEXIST 20
#define EFAULT 21
#define EFBIG 22
#define EHOSTUNREACH 23
#define EIDRM 24
#define EILSEQ 25
#define EINPROGRESS 26
#define EINTR 27
#define EINVAL 28
#define EIO 29
#define EISCONN 30
#define EISDIR 31
#define ELOOP 32
#define EMFILE 33
#define EMLINK 34
#define EMSGSIZE 35
#define EMULTIHOP 36
#define ENAMETOOLONG 37
#define ENETDOWN 38
#define ENETRESET 39
#define ENETUNREACH 40
#define ENFILE 41
#define ENOBUFS 42
#define ENODEV 43
#define ENOENT 44
#define ENOEXEC 45
#define ENOLCK 46
#define ENOLINK 47
#define ENOMEM 48
#define ENOMSG 49
#define ENOPROTOOPT 50
#define ENOSPC 51
#define ENOSYS 52
#define ENOTCONN 53
#define ENOTDIR 54
#define ENOTEMPTY 55
#define ENOTRECOVERABLE 56
#define ENOTSOCK 57
#define ENOTTY 59
#define ENXIO 60
#define EOVERFLOW 61
#define EOWNERDEAD 62
#define EPERM 63
#define EPIPE 64
#define EPROTO 65
#define EPROTONOSUPPORT 66
#define EPROTOTYPE 67
#define ERANGE 68
#define EROFS 69
#define ESPIPE 70
#define ESRCH 71
#define ESTALE 72
#define ETIMEDOUT 73
#define ETXTBSY 74
#define EXDEV 75
#define ENOSTR 100
#define EBFONT 101
#define EBADSLT 102
#define EBADRQC 103
#define ENOANO 104
#define ENOTBLK 105
#define ECHRNG 106
#define EL3HLT 107
#define EL3RST 108
#define ELNRNG 109
#define EUNATCH 110
#define ENOCSI 111
#define EL2HLT 112
#define EBADE 113
#define EBADR 114
#define EXFULL 115
#define ENODATA 116
#define ETIME 117
#define ENOSR 118
#define ENONET 119
#define ENOPKG 120
#define EREMOTE 121
#define EADV 122
#define ESRMNT 123
#define ECOMM 124
#define EDOTDOT 125
#define ENOTUNIQ 126
#define EBADFD 127
#define EREMCHG 128
#define ELIBACC 129
#define ELIBBAD 130
#define ELIBSCN 131
#define ELIBMAX 132
#define ELIBEXEC 133
#define ERESTART 134
#define ESTRPIPE 135
#define EUSERS 136
#define ESOCKTNOSUPPORT 137
#define EOPNOTSUPP 138
#define ENOTSUP EOPNOTSUPP
#define EPFNOSUPPORT 139
#define ESHUTDOWN 140
#define ETOOMANYREFS 141
#define EHOSTDOWN 142
#define EUCLEAN 143
#define ENOTNAM 144
#define ENAVAIL 145
#define EISNAM 146
#define EREMOTEIO 147
#define ENOMEDIUM 148
#define EMEDIUMTYPE 149
#define ENOKEY 150
#define EKEYEXPIRED 151
#define EKEYREVOKED 152
#define EKEYREJECTED 153
#define ERFKILL 154
#define EHWPOISON 155
#define EL2NSYNC 156

PACKWHEEL_BEGIN_C

PACKWHEEL_CONST int *__errno_location(void) PACKWHEEL_NOTHROW;
#define errno (*__errno_location())

#if PACKWHEEL_USE_GNU
extern char *program_invocation_name;
extern char *program_invocation_short_name;
#ifndef __error_t_defined
#define __error_t_defined
typedef int error_t;
#endif
#endif

PACKWHEEL_END_C

#endif
