/* A message for the user. Windows and their messages are not described. */
#ifndef _WINUSER_H
#define _WINUSER_H

#include <winnt.h>

#define MB_OK 0x00000000L
#define MB_OKCANCEL 0x00000001L
#define MB_YESNO 0x00000004L
#define MB_ICONERROR 0x00000010L
#define MB_ICONSTOP MB_ICONERROR
#define MB_ICONWARNING 0x00000030L
#define MB_ICONINFORMATION 0x00000040L
#define MB_TASKMODAL 0x00002000L
#define IDOK 1
#define IDCANCEL 2
#define IDYES 6
#define IDNO 7
#define SW_HIDE 0
#define SW_SHOWNORMAL 1
#define SW_SHOW 5

__PACKWHEEL_BEGIN
int WINAPI MessageBoxA(HWND, LPCSTR, LPCSTR, UINT);
int WINAPI MessageBoxW(HWND, LPCWSTR, LPCWSTR, UINT);
BOOL WINAPI MessageBeep(UINT);
HWND WINAPI GetForegroundWindow(void);
HWND WINAPI GetDesktopWindow(void);
int WINAPIV wsprintfA(LPSTR, LPCSTR, ...);
int WINAPIV wsprintfW(LPWSTR, LPCWSTR, ...);
LPSTR WINAPI CharNextA(LPCSTR);
LPWSTR WINAPI CharNextW(LPCWSTR);
LPSTR WINAPI CharUpperA(LPSTR);
LPWSTR WINAPI CharUpperW(LPWSTR);
LPSTR WINAPI CharLowerA(LPSTR);
LPWSTR WINAPI CharLowerW(LPWSTR);
__PACKWHEEL_END

#define MessageBox __PACKWHEEL_AW(MessageBox)
#define wsprintf __PACKWHEEL_AW(wsprintf)
#define CharNext __PACKWHEEL_AW(CharNext)
#define CharUpper __PACKWHEEL_AW(CharUpper)
#define CharLower __PACKWHEEL_AW(CharLower)

#endif
