/*
 * glibc's random numbers with a state of the caller's: `random_r`, `drand48_r` and their kin.
 */
#ifndef PACKWHEEL_BITS_GLIBC_RANDOM_H
#define PACKWHEEL_BITS_GLIBC_RANDOM_H

#include <bits/types.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

struct random_data {
  __int32_t *fptr;
  __int32_t *rptr;
  __int32_t *state;
  int rand_type;
  int rand_deg;
  int rand_sep;
  __int32_t *end_ptr;
};

struct drand48_data {
  unsigned short __x[3];
  unsigned short __old_x[3];
  unsigned short __c;
  unsigned short __init;
  __extension__ unsigned long long __a;
};

int random_r(struct random_data *__restrict, __int32_t *__restrict) PACKWHEEL_NOTHROW;
int srandom_r(unsigned int, struct random_data *) PACKWHEEL_NOTHROW;
int initstate_r(unsigned int, char *__restrict, size_t, struct random_data *__restrict) PACKWHEEL_NOTHROW;
int setstate_r(char *__restrict, struct random_data *__restrict) PACKWHEEL_NOTHROW;
int drand48_r(struct drand48_data *__restrict, double *__restrict) PACKWHEEL_NOTHROW;
int erand48_r(unsigned short[3], struct drand48_data *__restrict, double *__restrict) PACKWHEEL_NOTHROW;
int lrand48_r(struct drand48_data *__restrict, long *__restrict) PACKWHEEL_NOTHROW;
int nrand48_r(unsigned short[3], struct drand48_data *__restrict, long *__restrict) PACKWHEEL_NOTHROW;
int mrand48_r(struct drand48_data *__restrict, long *__restrict) PACKWHEEL_NOTHROW;
int jrand48_r(unsigned short[3], struct drand48_data *__restrict, long *__restrict) PACKWHEEL_NOTHROW;
int srand48_r(long, struct drand48_data *) PACKWHEEL_NOTHROW;
int seed48_r(unsigned short[3], struct drand48_data *) PACKWHEEL_NOTHROW;
int lcong48_r(unsigned short[7], struct drand48_data *) PACKWHEEL_NOTHROW;

PACKWHEEL_END_C

#endif
