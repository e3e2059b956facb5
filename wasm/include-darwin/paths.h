/*
 * Where things are.
 * Spec: hier(7) of Darwin.
 */
#ifndef PACKWHEEL_PATHS_H
#define PACKWHEEL_PATHS_H

#include <bits/darwin.h>

#define _PATH_DEFPATH "/usr/bin:/bin"
#define _PATH_STDPATH "/usr/bin:/bin:/usr/sbin:/sbin"
#define _PATH_BSHELL "/bin/sh"
#define _PATH_CONSOLE "/dev/console"
#define _PATH_CSHELL "/bin/csh"
#define _PATH_DEFTAPE "/dev/nrst0"
#define _PATH_DEVDB "/var/run/dev.db"
#define _PATH_DEVNULL "/dev/null"
#define _PATH_DRUM "/dev/drum"
#define _PATH_FSIRAND "/sbin/fsirand"
#define _PATH_KMEM "/dev/kmem"
#define _PATH_KVMDB "/var/db/kvm.db"
#define _PATH_LOCALE "/usr/share/locale"
#define _PATH_MAILDIR "/var/mail"
#define _PATH_MAN "/usr/share/man"
#define _PATH_MEM "/dev/mem"
#define _PATH_NOLOGIN "/etc/nologin"
#define _PATH_RSH "/usr/bin/rsh"
#define _PATH_SENDMAIL "/usr/sbin/sendmail"
#define _PATH_SHELLS "/etc/shells"
#define _PATH_TTY "/dev/tty"
#define _PATH_UNIX "/mach"
#define _PATH_VI "/usr/bin/vi"
#define _PATH_DEV "/dev/"
#define _PATH_TMP "/tmp/"
#define _PATH_UUCPLOCK "/var/spool/lock/"
#define _PATH_VARDB "/var/db/"
#define _PATH_VARRUN "/var/run/"
#define _PATH_VARTMP "/var/tmp/"

#endif
