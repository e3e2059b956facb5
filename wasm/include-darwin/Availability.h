/*
 * From which macOS on things are there. What is younger than the oldest macOS of a build is not declared at all here,
 * so the words of this header for declarations, which libraries write for themselves, say nothing.
 */
#ifndef PACKWHEEL_AVAILABILITY_H
#define PACKWHEEL_AVAILABILITY_H

#include <AvailabilityVersions.h>

#ifdef __ENVIRONMENT_MAC_OS_X_VERSION_MIN_REQUIRED__
#define __MAC_OS_X_VERSION_MIN_REQUIRED __ENVIRONMENT_MAC_OS_X_VERSION_MIN_REQUIRED__
#define __MAC_OS_X_VERSION_MAX_ALLOWED __ENVIRONMENT_MAC_OS_X_VERSION_MIN_REQUIRED__
#endif

#define __OSX_AVAILABLE_STARTING(mac, iphone)
#define __OSX_AVAILABLE_BUT_DEPRECATED(mac, mac_end, iphone, iphone_end)
#define __OSX_AVAILABLE_BUT_DEPRECATED_MSG(mac, mac_end, iphone, iphone_end, message)
#define __OSX_AVAILABLE(version)
#define __OSX_DEPRECATED(from, to, message)
#define __OSX_UNAVAILABLE
#define __IOS_AVAILABLE(version)
#define __IOS_PROHIBITED
#define __TVOS_AVAILABLE(version)
#define __TVOS_PROHIBITED
#define __WATCHOS_AVAILABLE(version)
#define __WATCHOS_PROHIBITED
#define __API_AVAILABLE(...)
#define __API_UNAVAILABLE(...)
#define __API_DEPRECATED(...)
#define __API_DEPRECATED_WITH_REPLACEMENT(...)
#define API_AVAILABLE(...)
#define API_UNAVAILABLE(...)
#define API_DEPRECATED(...)
#define API_DEPRECATED_WITH_REPLACEMENT(...)

#endif
