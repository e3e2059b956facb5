/* Functions of the main module fill in structs; what the headers say stands where must be what they wrote. */
#include <dirent.h>
#include <errno.h>
#include <fenv.h>
#include <limits.h>
#include <locale.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

/* Bytes after a struct that a function wrote. */
static int beyond(const unsigned char *room, size_t size, unsigned char mark) {
  int count = 0;
  for (size_t i = size; i < 1024; i++) count += room[i] != mark;
  return count;
}

#define CHECK(type, call) \
  do { \
    static _Alignas(16) unsigned char room[1024]; \
    type *it = (type *)room; \
    memset(room, 0xa5, sizeof room); \
    (void)(call); \
    printf(#type " %d\n", beyond(room, sizeof(type), 0xa5)); \
  } while (0)

void sizes(void) {
  CHECK(struct stat, stat("/", it));
  CHECK(struct timeval, gettimeofday(it, NULL));
  CHECK(struct timespec, clock_gettime(CLOCK_REALTIME, it));
  CHECK(struct tm, gmtime_r(&(time_t){0}, it));
  CHECK(struct tms, times(it));
  CHECK(struct utsname, uname(it));
  CHECK(struct rusage, getrusage(RUSAGE_SELF, it));
  CHECK(struct rlimit, getrlimit(RLIMIT_NOFILE, it));
  CHECK(struct itimerval, getitimer(ITIMER_REAL, it));
  CHECK(pthread_attr_t, pthread_attr_init(it));
  CHECK(pthread_mutex_t, pthread_mutex_init(it, NULL));
  CHECK(pthread_cond_t, pthread_cond_init(it, NULL));
  CHECK(pthread_rwlock_t, pthread_rwlock_init(it, NULL));
  CHECK(pthread_barrier_t, pthread_barrier_init(it, NULL, 1));
  CHECK(pthread_mutexattr_t, pthread_mutexattr_init(it));
  CHECK(sem_t, sem_init(it, 0, 1));
  CHECK(fenv_t, fegetenv(it));
  CHECK(sigset_t, sigfillset(it));
  CHECK(fpos_t, fgetpos(tmpfile(), it));
  CHECK(mbstate_t, mbrtowc(NULL, "\xc3", 1, it));
}

/* size mode inode mtime links, for Python to compare */
void status_of(const char *path) {
  struct stat it;
  if (stat(path, &it) != 0) printf("error %d\n", errno);
  else printf("%lld %u %llu %lld %u\n", (long long)it.st_size, it.st_mode, (unsigned long long)it.st_ino, (long long)it.st_mtime, (unsigned)it.st_nlink);
}

void names_in(const char *path) {
  DIR *folder = opendir(path);
  for (struct dirent *each; (each = readdir(folder)) != NULL;) printf("%s %d\n", each->d_name, each->d_type == DT_DIR);
  closedir(folder);
}

void calendar(long long seconds) {
  time_t when = (time_t)seconds;
  struct tm it;
  gmtime_r(&when, &it);
  printf("%d %d %d %d %d %d %d %d\n", it.tm_year + 1900, it.tm_mon + 1, it.tm_mday, it.tm_hour, it.tm_min, it.tm_sec, it.tm_wday, it.tm_yday);
  printf("%lld %s\n", (long long)timegm(&it), it.tm_zone);
}

void limits_and_types(void) {
  struct lconv *locale = localeconv();
  printf("%s %d\n", locale->decimal_point, locale->frac_digits == CHAR_MAX);
  printf("%d %d %d %d\n", (int)sizeof(time_t), (int)sizeof(off_t), (int)sizeof(long), (int)sizeof(long double));
  printf("%d\n", sysconf(_SC_PAGESIZE) == 65536 && sysconf(_SC_CLK_TCK) == 100);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(258)};
  printf("%d %d %d\n", (int)sizeof address, ((unsigned char *)&address)[0], ((unsigned char *)&address)[2]);
  errno = 0;
  strtol("99999999999999999999", NULL, 10);
  printf("%d %d\n", errno == ERANGE, fesetround(FE_TONEAREST));
  char text[64];
  setvbuf(stdout, NULL, _IOFBF, BUFSIZ);
  struct iovec parts[2] = {{"ab", 2}, {"c\n", 2}};
  fflush(stdout);
  printf("%d\n", (int)writev(1, parts, 2));
  printf("%ls %lc\n", L"wide", (wint_t)L'w');
  snprintf(text, sizeof text, "%Lf", 1.25L);
  puts(text);
}

static jmp_buf place;
static void jump(int value) { longjmp(place, value); }
void jumps(void) {
  volatile int count = 0;
  int value = setjmp(place);
  if (value < 3) {
    count += 10;
    jump(value + 1);
  }
  printf("%d %d\n", value, count);
}
