/* <libintl.h>: messages in the user's language. */
#ifndef PACKWHEEL_LIBINTL_H
#define PACKWHEEL_LIBINTL_H

#include <features.h>

PACKWHEEL_BEGIN_C

char *bind_textdomain_codeset(const char *, const char *);
char *bindtextdomain(const char *, const char *);
char *dcgettext(const char *, const char *, int) __attribute__((__format_arg__(2)));
char *dcngettext(const char *, const char *, const char *, unsigned long, int) __attribute__((__format_arg__(2), __format_arg__(3)));
char *dgettext(const char *, const char *) __attribute__((__format_arg__(2)));
char *dngettext(const char *, const char *, const char *, unsigned long) __attribute__((__format_arg__(2), __format_arg__(3)));
char *gettext(const char *) __attribute__((__format_arg__(1)));
char *ngettext(const char *, const char *, unsigned long) __attribute__((__format_arg__(1), __format_arg__(2)));
char *textdomain(const char *);

PACKWHEEL_END_C

#endif
