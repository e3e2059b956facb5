/* The debugging C runtime is no part of Windows: its checks are those of a release. */
#ifndef _CRTDBG_H
#define _CRTDBG_H

#include <corecrt.h>

#define _CRT_WARN 0
#define _CRT_ERROR 1
#define _CRT_ASSERT 2
#define _ASSERT(condition) ((void)0)
#define _ASSERTE(condition) ((void)0)
#define _CrtSetDbgFlag(flag) ((int)0)
#define _CrtSetReportMode(type, mode) ((int)0)
#define _CrtSetReportFile(type, file) ((void *)0)
#define _CrtDumpMemoryLeaks() ((int)0)
#define _CrtCheckMemory() ((int)1)

#endif
