/*
 * Random numbers for secrets.
 * Spec: CCRandomGenerateBytes(3cc) of Darwin.
 */
#ifndef PACKWHEEL_COMMONCRYPTO_COMMONRANDOM_H
#define PACKWHEEL_COMMONCRYPTO_COMMONRANDOM_H

#include <bits/darwin.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t CCStatus;
typedef int32_t CCCryptorStatus;
typedef CCCryptorStatus CCRNGStatus;
enum {
  kCCSuccess = 0,
  kCCParamError = -4300,
  kCCBufferTooSmall = -4301,
  kCCMemoryFailure = -4302,
  kCCAlignmentError = -4303,
  kCCDecodeError = -4304,
  kCCUnimplemented = -4305,
  kCCOverflow = -4306,
  kCCRNGFailure = -4307
};

PACKWHEEL_BEGIN_C
CCRNGStatus CCRandomGenerateBytes(void *, size_t);
PACKWHEEL_END_C

#endif
