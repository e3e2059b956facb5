/* Microsoft's intrinsics that <windows.h> stands on: the compiler knows them, once they are declared. */
#ifndef _BITS_INTERLOCKED_H
#define _BITS_INTERLOCKED_H

#include <corecrt.h>

__PACKWHEEL_BEGIN

unsigned char _BitScanForward(unsigned long *, unsigned long);
unsigned char _BitScanReverse(unsigned long *, unsigned long);
char _InterlockedCompareExchange8(char volatile *, char, char);
short _InterlockedCompareExchange16(short volatile *, short, short);
long _InterlockedCompareExchange(long volatile *, long, long);
long long _InterlockedCompareExchange64(long long volatile *, long long, long long);
void *_InterlockedCompareExchangePointer(void *volatile *, void *, void *);
void *_InterlockedExchangePointer(void *volatile *, void *);
char _InterlockedExchange8(char volatile *, char);
short _InterlockedExchange16(short volatile *, short);
long _InterlockedExchange(long volatile *, long);
char _InterlockedExchangeAdd8(char volatile *, char);
short _InterlockedExchangeAdd16(short volatile *, short);
long _InterlockedExchangeAdd(long volatile *, long);
short _InterlockedIncrement16(short volatile *);
long _InterlockedIncrement(long volatile *);
short _InterlockedDecrement16(short volatile *);
long _InterlockedDecrement(long volatile *);
char _InterlockedAnd8(char volatile *, char);
short _InterlockedAnd16(short volatile *, short);
long _InterlockedAnd(long volatile *, long);
char _InterlockedOr8(char volatile *, char);
short _InterlockedOr16(short volatile *, short);
long _InterlockedOr(long volatile *, long);
char _InterlockedXor8(char volatile *, char);
short _InterlockedXor16(short volatile *, short);
long _InterlockedXor(long volatile *, long);
void *_ReturnAddress(void);
void *_AddressOfReturnAddress(void);
void __debugbreak(void);
void __fastfail(unsigned) __PACKWHEEL_NORETURN;

#if defined(__x86_64__) || defined(__aarch64__)
unsigned char _BitScanForward64(unsigned long *, unsigned long long);
unsigned char _BitScanReverse64(unsigned long *, unsigned long long);
long long _InterlockedExchange64(long long volatile *, long long);
long long _InterlockedExchangeAdd64(long long volatile *, long long);
long long _InterlockedIncrement64(long long volatile *);
long long _InterlockedDecrement64(long long volatile *);
long long _InterlockedAnd64(long long volatile *, long long);
long long _InterlockedOr64(long long volatile *, long long);
long long _InterlockedXor64(long long volatile *, long long);
#endif

__PACKWHEEL_END

#define _ReadWriteBarrier() __asm__ __volatile__("" : : : "memory")
#define _ReadBarrier() _ReadWriteBarrier()
#define _WriteBarrier() _ReadWriteBarrier()
#if defined(__x86_64__) || defined(__i386__)
#define __nop() __asm__ __volatile__("nop")
#define __yield() __asm__ __volatile__("pause")
#else
#define __nop() __asm__ __volatile__("nop")
#define __yield() __asm__ __volatile__("yield")
#endif

#endif
