/* Random numbers without a provider: advapi32.dll. */
#ifndef _NTSECAPI_H
#define _NTSECAPI_H

#include <winnt.h>

__PACKWHEEL_BEGIN
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__PACKWHEEL_END

#define RtlGenRandom SystemFunction036

#endif
