/* Time: kernel32.dll. https://learn.microsoft.com/en-us/windows/win32/api/ */
#ifndef _SYSINFOAPI_H
#define _SYSINFOAPI_H

#include <minwinbase.h>

__PACKWHEEL_BEGIN

VOID WINAPI GetSystemTime(LPSYSTEMTIME);
VOID WINAPI GetLocalTime(LPSYSTEMTIME);
BOOL WINAPI SetSystemTime(const SYSTEMTIME *);
VOID WINAPI GetSystemTimeAsFileTime(LPFILETIME);
VOID WINAPI GetSystemTimePreciseAsFileTime(LPFILETIME);
BOOL WINAPI SystemTimeToFileTime(const SYSTEMTIME *, LPFILETIME);
BOOL WINAPI FileTimeToSystemTime(const FILETIME *, LPSYSTEMTIME);
BOOL WINAPI FileTimeToLocalFileTime(const FILETIME *, LPFILETIME);
BOOL WINAPI LocalFileTimeToFileTime(const FILETIME *, LPFILETIME);
LONG WINAPI CompareFileTime(const FILETIME *, const FILETIME *);
BOOL WINAPI SystemTimeToTzSpecificLocalTime(const TIME_ZONE_INFORMATION *, const SYSTEMTIME *, LPSYSTEMTIME);
BOOL WINAPI TzSpecificLocalTimeToSystemTime(const TIME_ZONE_INFORMATION *, const SYSTEMTIME *, LPSYSTEMTIME);
DWORD WINAPI GetTimeZoneInformation(LPTIME_ZONE_INFORMATION);
DWORD WINAPI GetTickCount(void);
ULONGLONG WINAPI GetTickCount64(void);
BOOL WINAPI QueryPerformanceCounter(LARGE_INTEGER *);
BOOL WINAPI QueryPerformanceFrequency(LARGE_INTEGER *);
BOOL WINAPI QueryUnbiasedInterruptTime(PULONGLONG);

__PACKWHEEL_END

#endif
