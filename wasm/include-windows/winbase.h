/* What kernel32.dll has for all programs, in one. */
#ifndef _WINBASE_H
#define _WINBASE_H

#include <errhandlingapi.h>
#include <fileapi.h>
#include <libloaderapi.h>
#include <memoryapi.h>
#include <processthreadsapi.h>
#include <synchapi.h>
#include <sysinfoapi.h>

#define CopyMemory RtlCopyMemory
#define MoveMemory RtlMoveMemory
#define FillMemory RtlFillMemory
#define ZeroMemory RtlZeroMemory
#define SecureZeroMemory RtlSecureZeroMemory
#define HasOverlappedIoCompleted(overlapped) ((DWORD)(overlapped)->Internal != STATUS_PENDING)

#endif
