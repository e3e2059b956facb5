/* Modules, and what the system is: kernel32.dll. https://learn.microsoft.com/en-us/windows/win32/api/ */
#ifndef _LIBLOADERAPI_H
#define _LIBLOADERAPI_H

#include <minwinbase.h>

__PACKWHEEL_BEGIN

HMODULE WINAPI LoadLibraryA(LPCSTR);
HMODULE WINAPI LoadLibraryW(LPCWSTR);
HMODULE WINAPI LoadLibraryExA(LPCSTR, HANDLE, DWORD);
HMODULE WINAPI LoadLibraryExW(LPCWSTR, HANDLE, DWORD);
BOOL WINAPI FreeLibrary(HMODULE);
VOID WINAPI FreeLibraryAndExitThread(HMODULE, DWORD) __PACKWHEEL_NORETURN;
FARPROC WINAPI GetProcAddress(HMODULE, LPCSTR);
HMODULE WINAPI GetModuleHandleA(LPCSTR);
HMODULE WINAPI GetModuleHandleW(LPCWSTR);
BOOL WINAPI GetModuleHandleExA(DWORD, LPCSTR, HMODULE *);
BOOL WINAPI GetModuleHandleExW(DWORD, LPCWSTR, HMODULE *);
DWORD WINAPI GetModuleFileNameA(HMODULE, LPSTR, DWORD);
DWORD WINAPI GetModuleFileNameW(HMODULE, LPWSTR, DWORD);
BOOL WINAPI DisableThreadLibraryCalls(HMODULE);
BOOL WINAPI SetDllDirectoryA(LPCSTR);
BOOL WINAPI SetDllDirectoryW(LPCWSTR);
VOID WINAPI GetSystemInfo(LPSYSTEM_INFO);
VOID WINAPI GetNativeSystemInfo(LPSYSTEM_INFO);
BOOL WINAPI GetVersionExA(LPOSVERSIONINFOA);
BOOL WINAPI GetVersionExW(LPOSVERSIONINFOW);
DWORD WINAPI GetVersion(void);
BOOL WINAPI IsProcessorFeaturePresent(DWORD);
BOOL WINAPI IsWow64Process(HANDLE, PBOOL);
UINT WINAPI GetSystemDirectoryA(LPSTR, UINT);
UINT WINAPI GetSystemDirectoryW(LPWSTR, UINT);
UINT WINAPI GetWindowsDirectoryA(LPSTR, UINT);
UINT WINAPI GetWindowsDirectoryW(LPWSTR, UINT);
BOOL WINAPI GetComputerNameA(LPSTR, LPDWORD);
BOOL WINAPI GetComputerNameW(LPWSTR, LPDWORD);
int WINAPI MulDiv(int, int, int);
PVOID WINAPI EncodePointer(PVOID);
PVOID WINAPI DecodePointer(PVOID);
LPSTR WINAPI lstrcpyA(LPSTR, LPCSTR);
LPWSTR WINAPI lstrcpyW(LPWSTR, LPCWSTR);
LPSTR WINAPI lstrcatA(LPSTR, LPCSTR);
LPWSTR WINAPI lstrcatW(LPWSTR, LPCWSTR);
int WINAPI lstrcmpA(LPCSTR, LPCSTR);
int WINAPI lstrcmpW(LPCWSTR, LPCWSTR);
int WINAPI lstrcmpiA(LPCSTR, LPCSTR);
int WINAPI lstrcmpiW(LPCWSTR, LPCWSTR);
int WINAPI lstrlenA(LPCSTR);
int WINAPI lstrlenW(LPCWSTR);
#define LoadLibrary __PACKWHEEL_AW(LoadLibrary)
#define LoadLibraryEx __PACKWHEEL_AW(LoadLibraryEx)
#define GetModuleHandle __PACKWHEEL_AW(GetModuleHandle)
#define GetModuleHandleEx __PACKWHEEL_AW(GetModuleHandleEx)
#define GetModuleFileName __PACKWHEEL_AW(GetModuleFileName)
#define SetDllDirectory __PACKWHEEL_AW(SetDllDirectory)
#define GetVersionEx __PACKWHEEL_AW(GetVersionEx)
#define GetSystemDirectory __PACKWHEEL_AW(GetSystemDirectory)
#define GetWindowsDirectory __PACKWHEEL_AW(GetWindowsDirectory)
#define GetComputerName __PACKWHEEL_AW(GetComputerName)
#define lstrcpy __PACKWHEEL_AW(lstrcpy)
#define lstrcat __PACKWHEEL_AW(lstrcat)
#define lstrcmp __PACKWHEEL_AW(lstrcmp)
#define lstrcmpi __PACKWHEEL_AW(lstrcmpi)
#define lstrlen __PACKWHEEL_AW(lstrlen)

__PACKWHEEL_END

#endif
