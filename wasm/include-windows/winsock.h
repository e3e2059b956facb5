/* Sockets, under the name of their first version. */
#include <winsock2.h>
