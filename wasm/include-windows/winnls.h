/* Texts of other encodings. */
#ifndef _WINNLS_H
#define _WINNLS_H

#include <winnt.h>

#define CP_ACP 0
#define CP_OEMCP 1
#define CP_MACCP 2
#define CP_THREAD_ACP 3
#define CP_UTF7 65000
#define CP_UTF8 65001
#define MB_PRECOMPOSED 0x00000001
#define MB_ERR_INVALID_CHARS 0x00000008
#define WC_COMPOSITECHECK 0x00000200
#define WC_NO_BEST_FIT_CHARS 0x00000400
#define WC_ERR_INVALID_CHARS 0x00000080
#define NORM_IGNORECASE 0x00000001
#define LOCALE_USER_DEFAULT 0x0400
#define LOCALE_SYSTEM_DEFAULT 0x0800
#define LOCALE_NAME_MAX_LENGTH 85
#define LOCALE_NAME_USER_DEFAULT NULL
#define LOCALE_NAME_INVARIANT L""
#define LCMAP_LOWERCASE 0x00000100
#define LCMAP_UPPERCASE 0x00000200
#define CSTR_LESS_THAN 1
#define CSTR_EQUAL 2
#define CSTR_GREATER_THAN 3

__PACKWHEEL_BEGIN
int WINAPI MultiByteToWideChar(UINT, DWORD, LPCSTR, int, LPWSTR, int);
int WINAPI WideCharToMultiByte(UINT, DWORD, LPCWSTR, int, LPSTR, int, LPCSTR, LPBOOL);
UINT WINAPI GetACP(void);
UINT WINAPI GetOEMCP(void);
BOOL WINAPI IsValidCodePage(UINT);
BOOL WINAPI IsDBCSLeadByte(BYTE);
BOOL WINAPI IsDBCSLeadByteEx(UINT, BYTE);
LCID WINAPI GetUserDefaultLCID(void);
LCID WINAPI GetSystemDefaultLCID(void);
LANGID WINAPI GetUserDefaultLangID(void);
LCID WINAPI GetThreadLocale(void);
int WINAPI GetUserDefaultLocaleName(LPWSTR, int);
int WINAPI CompareStringA(LCID, DWORD, LPCSTR, int, LPCSTR, int);
int WINAPI CompareStringW(LCID, DWORD, LPCWSTR, int, LPCWSTR, int);
int WINAPI CompareStringOrdinal(LPCWSTR, int, LPCWSTR, int, BOOL);
int WINAPI LCMapStringA(LCID, DWORD, LPCSTR, int, LPSTR, int);
int WINAPI LCMapStringW(LCID, DWORD, LPCWSTR, int, LPWSTR, int);
int WINAPI GetLocaleInfoA(LCID, LCTYPE, LPSTR, int);
int WINAPI GetLocaleInfoW(LCID, LCTYPE, LPWSTR, int);
__PACKWHEEL_END

#define CompareString __PACKWHEEL_AW(CompareString)
#define LCMapString __PACKWHEEL_AW(LCMapString)
#define GetLocaleInfo __PACKWHEEL_AW(GetLocaleInfo)

#endif
