/* getopt(), which <unistd.h> and <getopt.h> share. */
#ifndef PACKWHEEL_BITS_GETOPT_H
#define PACKWHEEL_BITS_GETOPT_H

#include <features.h>

PACKWHEEL_BEGIN_C

int getopt(int, char *const[], const char *);
extern char *optarg;
extern int optind, opterr, optopt;

PACKWHEEL_END_C

#endif
