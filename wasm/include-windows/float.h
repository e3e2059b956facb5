/*
 * What the C runtime has beside <float.h> of ISO C: control of the floating point unit, classes of numbers.
 * clang's header of this name comes first and defines what is standard.
 */
#ifndef _FLOAT_H_WINDOWS
#define _FLOAT_H_WINDOWS

#include <corecrt.h>

#define _SW_INEXACT 0x00000001
#define _SW_UNDERFLOW 0x00000002
#define _SW_OVERFLOW 0x00000004
#define _SW_ZERODIVIDE 0x00000008
#define _SW_INVALID 0x00000010
#define _SW_DENORMAL 0x00080000

#define _EM_INEXACT 0x00000001
#define _EM_UNDERFLOW 0x00000002
#define _EM_OVERFLOW 0x00000004
#define _EM_ZERODIVIDE 0x00000008
#define _EM_INVALID 0x00000010
#define _EM_DENORMAL 0x00080000
#define _MCW_EM 0x0008001f

#define _RC_NEAR 0x00000000
#define _RC_DOWN 0x00000100
#define _RC_UP 0x00000200
#define _RC_CHOP 0x00000300
#define _MCW_RC 0x00000300

#define _DN_SAVE 0x00000000
#define _DN_FLUSH 0x01000000
#define _DN_FLUSH_OPERANDS_SAVE_RESULTS 0x02000000
#define _DN_SAVE_OPERANDS_FLUSH_RESULTS 0x03000000
#define _MCW_DN 0x03000000

#define _PC_64 0x00000000
#define _PC_53 0x00010000
#define _PC_24 0x00020000
#define _MCW_PC 0x00030000
#define _IC_AFFINE 0x00040000
#define _IC_PROJECTIVE 0x00000000
#define _MCW_IC 0x00040000

#define _FPCLASS_SNAN 0x0001
#define _FPCLASS_QNAN 0x0002
#define _FPCLASS_NINF 0x0004
#define _FPCLASS_NN 0x0008
#define _FPCLASS_ND 0x0010
#define _FPCLASS_NZ 0x0020
#define _FPCLASS_PZ 0x0040
#define _FPCLASS_PD 0x0080
#define _FPCLASS_PN 0x0100
#define _FPCLASS_PINF 0x0200

__PACKWHEEL_BEGIN
unsigned _clearfp(void);
unsigned _statusfp(void);
unsigned _controlfp(unsigned, unsigned);
errno_t _controlfp_s(unsigned *, unsigned, unsigned);
unsigned _control87(unsigned, unsigned);
void _fpreset(void);
double _copysign(double, double);
double _chgsign(double);
double _scalb(double, long);
double _logb(double);
double _nextafter(double, double);
int _finite(double);
int _isnan(double);
int _fpclass(double);
__PACKWHEEL_END

#endif
