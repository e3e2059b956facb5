/* Handles, errors and exceptions: kernel32.dll. https://learn.microsoft.com/en-us/windows/win32/api/ */
#ifndef _ERRHANDLINGAPI_H
#define _ERRHANDLINGAPI_H

#include <minwinbase.h>

__PACKWHEEL_BEGIN

BOOL WINAPI CloseHandle(HANDLE);
BOOL WINAPI DuplicateHandle(HANDLE, HANDLE, HANDLE, LPHANDLE, DWORD, BOOL, DWORD);
BOOL WINAPI GetHandleInformation(HANDLE, LPDWORD);
BOOL WINAPI SetHandleInformation(HANDLE, DWORD, DWORD);
DWORD WINAPI GetLastError(void);
VOID WINAPI SetLastError(DWORD);
UINT WINAPI SetErrorMode(UINT);
DWORD WINAPI FormatMessageA(DWORD, LPCVOID, DWORD, DWORD, LPSTR, DWORD, va_list *);
DWORD WINAPI FormatMessageW(DWORD, LPCVOID, DWORD, DWORD, LPWSTR, DWORD, va_list *);
VOID WINAPI RaiseException(DWORD, DWORD, DWORD, const ULONG_PTR *);
PVOID WINAPI AddVectoredExceptionHandler(ULONG, PVECTORED_EXCEPTION_HANDLER);
ULONG WINAPI RemoveVectoredExceptionHandler(PVOID);
LPTOP_LEVEL_EXCEPTION_FILTER WINAPI SetUnhandledExceptionFilter(LPTOP_LEVEL_EXCEPTION_FILTER);
BOOL WINAPI IsDebuggerPresent(void);
VOID WINAPI DebugBreak(void);
VOID WINAPI OutputDebugStringA(LPCSTR);
VOID WINAPI OutputDebugStringW(LPCWSTR);

#define FormatMessage __PACKWHEEL_AW(FormatMessage)
#define OutputDebugString __PACKWHEEL_AW(OutputDebugString)

__PACKWHEEL_END

#endif
