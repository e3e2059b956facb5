/*
 * `struct tm`. The two members beyond ISO C have reserved names where the program asks for a strict standard.
 */
#ifndef PACKWHEEL_BITS_TM_H
#define PACKWHEEL_BITS_TM_H

#include <features.h>

struct tm {
  int tm_sec;
  int tm_min;
  int tm_hour;
  int tm_mday;
  int tm_mon;
  int tm_year;
  int tm_wday;
  int tm_yday;
  int tm_isdst;
#if PACKWHEEL_USE_DEFAULT
  long tm_gmtoff;
  const char *tm_zone;
#else
  long __tm_gmtoff;
  const char *__tm_zone;
#endif
};

#endif
