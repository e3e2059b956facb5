/*
 * `FILE`: its content is the library's own business; the tag is visible in C++ symbol names.
 */
#ifndef PACKWHEEL_BITS_FILE_H
#define PACKWHEEL_BITS_FILE_H

typedef struct _IO_FILE __FILE;
typedef struct _IO_FILE FILE;

#endif
