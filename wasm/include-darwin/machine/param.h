/* Sizes of the machine. */
#ifndef PACKWHEEL_MACHINE_PARAM_H
#define PACKWHEEL_MACHINE_PARAM_H

#define ALIGNBYTES (sizeof(long) - 1)
#define ALIGN(address) (((unsigned long)(address) + ALIGNBYTES) & ~ALIGNBYTES)

#endif
