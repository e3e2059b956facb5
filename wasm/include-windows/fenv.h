/* ISO C17 7.6. The flags and modes are those of the C runtime, not the processor's. */
#ifndef _FENV_H
#define _FENV_H

#include <corecrt.h>

#define FE_INEXACT 0x01
#define FE_UNDERFLOW 0x02
#define FE_OVERFLOW 0x04
#define FE_DIVBYZERO 0x08
#define FE_INVALID 0x10
#define FE_ALL_EXCEPT (FE_INEXACT | FE_UNDERFLOW | FE_OVERFLOW | FE_DIVBYZERO | FE_INVALID)

#define FE_TONEAREST 0x000
#define FE_DOWNWARD 0x100
#define FE_UPWARD 0x200
#define FE_TOWARDZERO 0x300

typedef unsigned long fexcept_t;

typedef struct fenv_t {
    unsigned long _Fe_ctl, _Fe_stat;
} fenv_t;

__PACKWHEEL_BEGIN
int feclearexcept(int);
int fegetenv(fenv_t *);
int fegetexceptflag(fexcept_t *, int);
int fegetround(void);
int feholdexcept(fenv_t *);
int feraiseexcept(int);
int fesetenv(const fenv_t *);
int fesetexceptflag(const fexcept_t *, int);
int fesetround(int);
int fetestexcept(int);
int feupdateenv(const fenv_t *);
const fenv_t *__packwheel_default_environment(void);
__PACKWHEEL_END

#define FE_DFL_ENV (__packwheel_default_environment())

#endif
