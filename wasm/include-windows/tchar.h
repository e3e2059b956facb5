/* Names that mean wide characters where `_UNICODE` is defined, and single bytes elsewhere. */
#ifndef _TCHAR_H
#define _TCHAR_H

#include <corecrt.h>

#ifdef _UNICODE
#include <wchar.h>
typedef wchar_t _TCHAR, _TSCHAR, _TUCHAR, _TXCHAR;
typedef wint_t _TINT;
#define __T(text) L##text
#define __PACKWHEEL_TNAME(narrow, wide) wide
#else
typedef char _TCHAR, _TXCHAR;
typedef signed char _TSCHAR;
typedef unsigned char _TUCHAR;
typedef int _TINT;
#define __T(text) text
#define __PACKWHEEL_TNAME(narrow, wide) narrow
#endif

#ifndef _TCHAR_DEFINED
#define _TCHAR_DEFINED
typedef _TCHAR TCHAR;
#endif

#define _T(text) __T(text)
#define _TEXT(text) __T(text)

#define _tcscat __PACKWHEEL_TNAME(strcat, wcscat)
#define _tcschr __PACKWHEEL_TNAME(strchr, wcschr)
#define _tcscmp __PACKWHEEL_TNAME(strcmp, wcscmp)
#define _tcscpy __PACKWHEEL_TNAME(strcpy, wcscpy)
#define _tcsdup __PACKWHEEL_TNAME(_strdup, _wcsdup)
#define _tcsicmp __PACKWHEEL_TNAME(_stricmp, _wcsicmp)
#define _tcslen __PACKWHEEL_TNAME(strlen, wcslen)
#define _tcsncmp __PACKWHEEL_TNAME(strncmp, wcsncmp)
#define _tcsncpy __PACKWHEEL_TNAME(strncpy, wcsncpy)
#define _tcsnicmp __PACKWHEEL_TNAME(_strnicmp, _wcsnicmp)
#define _tcsrchr __PACKWHEEL_TNAME(strrchr, wcsrchr)
#define _tcsstr __PACKWHEEL_TNAME(strstr, wcsstr)
#define _tcstol __PACKWHEEL_TNAME(strtol, wcstol)
#define _tcstoul __PACKWHEEL_TNAME(strtoul, wcstoul)
#define _tfopen __PACKWHEEL_TNAME(fopen, _wfopen)
#define _tgetenv __PACKWHEEL_TNAME(getenv, _wgetenv)
#define _tmain __PACKWHEEL_TNAME(main, wmain)
#define _tprintf __PACKWHEEL_TNAME(printf, wprintf)
#define _ftprintf __PACKWHEEL_TNAME(fprintf, fwprintf)
#define _sntprintf __PACKWHEEL_TNAME(_snprintf, _snwprintf)
#define _tremove __PACKWHEEL_TNAME(remove, _wremove)
#define _trename __PACKWHEEL_TNAME(rename, _wrename)
#define _tstoi __PACKWHEEL_TNAME(atoi, _wtoi)
#define _ttoi __PACKWHEEL_TNAME(atoi, _wtoi)

#endif
