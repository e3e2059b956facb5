/* The console, character by character. */
#ifndef _CONIO_H
#define _CONIO_H

#include <corecrt.h>

__PACKWHEEL_BEGIN
char *_cgets(char *);
int _cputs(const char *);
int _getch(void);
int _getche(void);
int _kbhit(void);
int _putch(int);
int _ungetch(int);
wint_t _getwch(void);
wint_t _getwche(void);
wint_t _putwch(wchar_t);
wint_t _ungetwch(wint_t);

#ifndef __STRICT_ANSI__
int getch(void);
int getche(void);
int kbhit(void);
int putch(int);
int ungetch(int);
#endif
__PACKWHEEL_END

#endif
