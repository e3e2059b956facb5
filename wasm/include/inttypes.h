/*
 * Formats for integer types of a stated width. clang's own <inttypes.h> comes first and passes on to this one.
 * Spec: ISO C17 7.8.
 */
#ifndef PACKWHEEL_INTTYPES_H
#define PACKWHEEL_INTTYPES_H

#include <features.h>
#include <stdint.h>

PACKWHEEL_BEGIN_C

#if !defined(__cplusplus)
#define __need_wchar_t
#include <stddef.h>
#endif

typedef struct {
  intmax_t quot;
  intmax_t rem;
} imaxdiv_t;

PACKWHEEL_CONST intmax_t imaxabs(intmax_t) PACKWHEEL_NOTHROW;
PACKWHEEL_CONST imaxdiv_t imaxdiv(intmax_t, intmax_t) PACKWHEEL_NOTHROW;
intmax_t strtoimax(const char *__restrict, char **__restrict, int) PACKWHEEL_NOTHROW;
uintmax_t strtoumax(const char *__restrict, char **__restrict, int) PACKWHEEL_NOTHROW;
intmax_t wcstoimax(const wchar_t *__restrict, wchar_t **__restrict, int) PACKWHEEL_NOTHROW;
uintmax_t wcstoumax(const wchar_t *__restrict, wchar_t **__restrict, int) PACKWHEEL_NOTHROW;

PACKWHEEL_END_C

/* Length words of 64-bit, of fast 16- and 32-bit, and of pointer-wide integers. */
#if PACKWHEEL_WORD_BITS == 64
#define PACKWHEEL_PRI64 "l"
#define PACKWHEEL_PRIPTR "l"
#else
#define PACKWHEEL_PRI64 "ll"
#define PACKWHEEL_PRIPTR ""
#endif
#if PACKWHEEL_FAST_IS_LONG
#define PACKWHEEL_PRIFAST "l"
#else
#define PACKWHEEL_PRIFAST ""
#endif

/* printf: an argument narrower than int arrives as an int. */
#define PRId8 "d"
#define PRIdLEAST8 "d"
#define PRIdFAST8 "d"
#define PRId16 "d"
#define PRIdLEAST16 "d"
#define PRIdFAST16 PACKWHEEL_PRIFAST "d"
#define PRId32 "d"
#define PRIdLEAST32 "d"
#define PRIdFAST32 PACKWHEEL_PRIFAST "d"
#define PRId64 PACKWHEEL_PRI64 "d"
#define PRIdLEAST64 PACKWHEEL_PRI64 "d"
#define PRIdFAST64 PACKWHEEL_PRI64 "d"
#define PRIdMAX PACKWHEEL_PRI64 "d"
#define PRIdPTR PACKWHEEL_PRIPTR "d"
#define PRIi8 "i"
#define PRIiLEAST8 "i"
#define PRIiFAST8 "i"
#define PRIi16 "i"
#define PRIiLEAST16 "i"
#define PRIiFAST16 PACKWHEEL_PRIFAST "i"
#define PRIi32 "i"
#define PRIiLEAST32 "i"
#define PRIiFAST32 PACKWHEEL_PRIFAST "i"
#define PRIi64 PACKWHEEL_PRI64 "i"
#define PRIiLEAST64 PACKWHEEL_PRI64 "i"
#define PRIiFAST64 PACKWHEEL_PRI64 "i"
#define PRIiMAX PACKWHEEL_PRI64 "i"
#define PRIiPTR PACKWHEEL_PRIPTR "i"
#define PRIo8 "o"
#define PRIoLEAST8 "o"
#define PRIoFAST8 "o"
#define PRIo16 "o"
#define PRIoLEAST16 "o"
#define PRIoFAST16 PACKWHEEL_PRIFAST "o"
#define PRIo32 "o"
#define PRIoLEAST32 "o"
#define PRIoFAST32 PACKWHEEL_PRIFAST "o"
#define PRIo64 PACKWHEEL_PRI64 "o"
#define PRIoLEAST64 PACKWHEEL_PRI64 "o"
#define PRIoFAST64 PACKWHEEL_PRI64 "o"
#define PRIoMAX PACKWHEEL_PRI64 "o"
#define PRIoPTR PACKWHEEL_PRIPTR "o"
#define PRIu8 "u"
#define PRIuLEAST8 "u"
#define PRIuFAST8 "u"
#define PRIu16 "u"
#define PRIuLEAST16 "u"
#define PRIuFAST16 PACKWHEEL_PRIFAST "u"
#define PRIu32 "u"
#define PRIuLEAST32 "u"
#define PRIuFAST32 PACKWHEEL_PRIFAST "u"
#define PRIu64 PACKWHEEL_PRI64 "u"
#define PRIuLEAST64 PACKWHEEL_PRI64 "u"
#define PRIuFAST64 PACKWHEEL_PRI64 "u"
#define PRIuMAX PACKWHEEL_PRI64 "u"
#define PRIuPTR PACKWHEEL_PRIPTR "u"
#define PRIx8 "x"
#define PRIxLEAST8 "x"
#define PRIxFAST8 "x"
#define PRIx16 "x"
#define PRIxLEAST16 "x"
#define PRIxFAST16 PACKWHEEL_PRIFAST "x"
#define PRIx32 "x"
#define PRIxLEAST32 "x"
#define PRIxFAST32 PACKWHEEL_PRIFAST "x"
#define PRIx64 PACKWHEEL_PRI64 "x"
#define PRIxLEAST64 PACKWHEEL_PRI64 "x"
#define PRIxFAST64 PACKWHEEL_PRI64 "x"
#define PRIxMAX PACKWHEEL_PRI64 "x"
#define PRIxPTR PACKWHEEL_PRIPTR "x"
#define PRIX8 "X"
#define PRIXLEAST8 "X"
#define PRIXFAST8 "X"
#define PRIX16 "X"
#define PRIXLEAST16 "X"
#define PRIXFAST16 PACKWHEEL_PRIFAST "X"
#define PRIX32 "X"
#define PRIXLEAST32 "X"
#define PRIXFAST32 PACKWHEEL_PRIFAST "X"
#define PRIX64 PACKWHEEL_PRI64 "X"
#define PRIXLEAST64 PACKWHEEL_PRI64 "X"
#define PRIXFAST64 PACKWHEEL_PRI64 "X"
#define PRIXMAX PACKWHEEL_PRI64 "X"
#define PRIXPTR PACKWHEEL_PRIPTR "X"

/* scanf: the width of the object counts. */
#define SCNd8 "hhd"
#define SCNdLEAST8 "hhd"
#define SCNdFAST8 "hhd"
#define SCNd16 "hd"
#define SCNdLEAST16 "hd"
#define SCNdFAST16 PACKWHEEL_PRIFAST "d"
#define SCNd32 "d"
#define SCNdLEAST32 "d"
#define SCNdFAST32 PACKWHEEL_PRIFAST "d"
#define SCNd64 PACKWHEEL_PRI64 "d"
#define SCNdLEAST64 PACKWHEEL_PRI64 "d"
#define SCNdFAST64 PACKWHEEL_PRI64 "d"
#define SCNdMAX PACKWHEEL_PRI64 "d"
#define SCNdPTR PACKWHEEL_PRIPTR "d"
#define SCNi8 "hhi"
#define SCNiLEAST8 "hhi"
#define SCNiFAST8 "hhi"
#define SCNi16 "hi"
#define SCNiLEAST16 "hi"
#define SCNiFAST16 PACKWHEEL_PRIFAST "i"
#define SCNi32 "i"
#define SCNiLEAST32 "i"
#define SCNiFAST32 PACKWHEEL_PRIFAST "i"
#define SCNi64 PACKWHEEL_PRI64 "i"
#define SCNiLEAST64 PACKWHEEL_PRI64 "i"
#define SCNiFAST64 PACKWHEEL_PRI64 "i"
#define SCNiMAX PACKWHEEL_PRI64 "i"
#define SCNiPTR PACKWHEEL_PRIPTR "i"
#define SCNo8 "hho"
#define SCNoLEAST8 "hho"
#define SCNoFAST8 "hho"
#define SCNo16 "ho"
#define SCNoLEAST16 "ho"
#define SCNoFAST16 PACKWHEEL_PRIFAST "o"
#define SCNo32 "o"
#define SCNoLEAST32 "o"
#define SCNoFAST32 PACKWHEEL_PRIFAST "o"
#define SCNo64 PACKWHEEL_PRI64 "o"
#define SCNoLEAST64 PACKWHEEL_PRI64 "o"
#define SCNoFAST64 PACKWHEEL_PRI64 "o"
#define SCNoMAX PACKWHEEL_PRI64 "o"
#define SCNoPTR PACKWHEEL_PRIPTR "o"
#define SCNu8 "hhu"
#define SCNuLEAST8 "hhu"
#define SCNuFAST8 "hhu"
#define SCNu16 "hu"
#define SCNuLEAST16 "hu"
#define SCNuFAST16 PACKWHEEL_PRIFAST "u"
#define SCNu32 "u"
#define SCNuLEAST32 "u"
#define SCNuFAST32 PACKWHEEL_PRIFAST "u"
#define SCNu64 PACKWHEEL_PRI64 "u"
#define SCNuLEAST64 PACKWHEEL_PRI64 "u"
#define SCNuFAST64 PACKWHEEL_PRI64 "u"
#define SCNuMAX PACKWHEEL_PRI64 "u"
#define SCNuPTR PACKWHEEL_PRIPTR "u"
#define SCNx8 "hhx"
#define SCNxLEAST8 "hhx"
#define SCNxFAST8 "hhx"
#define SCNx16 "hx"
#define SCNxLEAST16 "hx"
#define SCNxFAST16 PACKWHEEL_PRIFAST "x"
#define SCNx32 "x"
#define SCNxLEAST32 "x"
#define SCNxFAST32 PACKWHEEL_PRIFAST "x"
#define SCNx64 PACKWHEEL_PRI64 "x"
#define SCNxLEAST64 PACKWHEEL_PRI64 "x"
#define SCNxFAST64 PACKWHEEL_PRI64 "x"
#define SCNxMAX PACKWHEEL_PRI64 "x"
#define SCNxPTR PACKWHEEL_PRIPTR "x"

#endif
