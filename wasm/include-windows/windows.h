/* The functions of Windows that libraries use. What is not described can be declared where it is called. */
#ifndef _WINDOWS_H
#define _WINDOWS_H

#include <excpt.h>
#include <stdarg.h>

#include <winbase.h>
#include <wincon.h>
#include <windef.h>
#include <winerror.h>
#include <winnls.h>
#include <winnt.h>
#include <winreg.h>
#include <winuser.h>

#if !defined(WIN32_LEAN_AND_MEAN) && !defined(NOCRYPT)
#include <wincrypt.h>
#endif
#ifndef WIN32_LEAN_AND_MEAN
#include <winsock2.h>
#endif

#endif
