/*
 * Where a DLL begins and ends: the loader calls its entry point for the process and for each thread.
 * Spec: https://learn.microsoft.com/en-us/windows/win32/dlls/dllmain
 */
#include "hooks.h"

enum { PROCESS_DETACH = 0, PROCESS_ATTACH = 1 };

hook *packwheel_run_at_exit;

/* The project may have one of its own. */
__attribute__((weak)) int __stdcall DllMain(void *instance, unsigned long reason, void *reserved)
{
    return 1;
}

int __stdcall DllMainCRTStartup(void *instance, unsigned long reason, void *reserved)
{
    int result;

    if (reason == PROCESS_ATTACH)
        run_constructors();
    result = DllMain(instance, reason, reserved);
    if (reason == PROCESS_DETACH || (reason == PROCESS_ATTACH && !result))
        run_at_end();
    return result;
}
