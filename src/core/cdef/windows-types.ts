/**
 * The names of `<windows.h>` that cffi knows when it runs on Windows, as the C types they stand for.
 * Origin: the documentation of cffi 2.0 ("Windows types"); those of pointer size come in two widths.
 */

export type WindowsBits = 32 | 64;

/** `name name: type` */
const PLAIN = `
ATOM WORD LANGID USHORT UINT16: unsigned short
BOOL INT INT32 LONG32 HFILE: int
BYTE BOOLEAN UCHAR UINT8: unsigned char
DWORD COLORREF LCID LCTYPE LGRPID ULONG: unsigned long
LONG HRESULT: long
DWORD32 UINT UINT32 ULONG32: unsigned int
DWORD64 DWORDLONG QWORD UINT64 ULONG64 ULONGLONG: unsigned long long
INT64 LONG64 LONGLONG USN: long long
INT8: signed char
INT16 SHORT: short
CHAR CCHAR: char
WCHAR: wchar_t
FLOAT: float
VOID: void
HANDLE PVOID LPVOID HACCEL HBITMAP HBRUSH HCOLORSPACE HCONV HCONVLIST HCURSOR HDC HDDEDATA HDESK HDROP HDWP HENHMETAFILE HFONT HGDIOBJ HGLOBAL HHOOK HICON HINSTANCE HKEY HKL HLOCAL HMENU HMETAFILE HMODULE HMONITOR HPALETTE HPEN HRGN HRSRC HSZ HWND SC_HANDLE SC_LOCK SERVICE_STATUS_HANDLE WINSTA: void *
LPCVOID: const void *
PSTR LPSTR PCHAR: char *
PCSTR LPCSTR: const char *
PWSTR LPWSTR PWCHAR: wchar_t *
PCWSTR LPCWSTR: const wchar_t *
PBOOL LPBOOL PINT LPINT PINT32 PLONG32: int *
PBYTE LPBYTE PUCHAR PBOOLEAN PUINT8: unsigned char *
PWORD LPWORD PUSHORT PUINT16: unsigned short *
PDWORD LPDWORD PULONG PLCID LPCOLORREF: unsigned long *
PLONG LPLONG: long *
PUINT PUINT32 PDWORD32 PULONG32: unsigned int *
PDWORD64 PDWORDLONG PUINT64 PULONG64 PULONGLONG: unsigned long long *
PINT64 PLONG64 PLONGLONG: long long *
PINT8: signed char *
PINT16 PSHORT: short *
PFLOAT: float *
PHANDLE LPHANDLE PHKEY: void **
`;

const POINTER_SIZED = `
INT_PTR: int | long long
LONG_PTR LPARAM LRESULT SSIZE_T: long | long long
UINT_PTR WPARAM: unsigned int | unsigned long long
ULONG_PTR DWORD_PTR SIZE_T: unsigned long | unsigned long long
HALF_PTR: short | int
UHALF_PTR: unsigned short | unsigned int
PINT_PTR: int * | long long *
PLONG_PTR PSSIZE_T: long * | long long *
PUINT_PTR: unsigned int * | unsigned long long *
PULONG_PTR PDWORD_PTR PSIZE_T: unsigned long * | unsigned long long *
PHALF_PTR: short * | int *
PUHALF_PTR: unsigned short * | unsigned int *
`;

/** Name and C type of every one of them. */
export function windowsTypes(bits: WindowsBits): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const line of `${PLAIN}${POINTER_SIZED}`.split("\n")) {
    const [names, meaning = ""] = line.split(": ");
    const [narrow = "", wide = narrow] = meaning.split(" | ");
    for (const name of names?.split(" ") ?? []) if (name !== "") types.set(name, bits === 32 ? narrow : wide);
  }
  return types;
}

/** What to do about a type that is not known. */
export function unknownTypeHint(name: string): string {
  if (windowsTypes(64).has(name)) return `Declare ${name} by a typedef of its own, or allow Windows types`;
  return "Declare it before it is used; types of system headers are not read";
}
