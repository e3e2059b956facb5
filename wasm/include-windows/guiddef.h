/* Numbers that name interfaces. */
#ifndef _GUIDDEF_H
#define _GUIDDEF_H

typedef struct _GUID {
    unsigned long Data1;
    unsigned short Data2;
    unsigned short Data3;
    unsigned char Data4[8];
} GUID, IID, CLSID, *LPGUID, *LPIID, *LPCLSID;

#ifdef __cplusplus
#define REFGUID const GUID &
#define REFIID const IID &
#define REFCLSID const IID &
#else
#define REFGUID const GUID *const
#define REFIID const IID *const
#define REFCLSID const IID *const
#endif

#ifdef INITGUID
#define DEFINE_GUID(name, a, b, c, d, e, f, g, h, i, j, k) \
    const GUID __attribute__((__weak__)) name = { a, b, c, { d, e, f, g, h, i, j, k } }
#else
#define DEFINE_GUID(name, a, b, c, d, e, f, g, h, i, j, k) extern const GUID name
#endif

#define IsEqualGUID(left, right) (!__builtin_memcmp(left, right, sizeof(GUID)))

#endif
