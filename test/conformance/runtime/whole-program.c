/*
 * Something of every library that glibc had before 2.34, helpers of the runtime, thread-local variables, constructors and
 * functions that run at the end. Declarations stand here, so that headers are no matter of this test.
 */
typedef __SIZE_TYPE__ size;
typedef long long i64;

int printf(const char *, ...);
int puts(const char *);
int pthread_create(unsigned long *, const void *, void *(*)(void *), void *);
int pthread_join(unsigned long, void **);
void *dlsym(void *, const char *);
int shm_unlink(const char *);
int login_tty(int);
double exp(double);
int atexit(void (*)(void));
int stat(const char *, void *);
int *__errno_location(void);
extern char **environ;

static _Thread_local int counter;
static int built;

__attribute__((constructor)) static void build(void)
{
    built = 7;
}

static void at_end(void)
{
    puts("the end");
}

static void *thread(void *place)
{
    counter = 5;
    *(int *)place = counter;
    return place;
}

i64 divide(i64 left, i64 right)
{
    return left / right;
}

i64 scale(i64 value, i64 by)
{
#ifdef __SIZEOF_INT128__
    return (i64)(((__int128)value << 60) / by >> 50);
#else
    return value * 1024 / by;
#endif
}

long double line(long double x)
{
    return x * 3 + 1;
}

int run(int count, char **arguments)
{
    unsigned long handle;
    int result = 0;
    double status[64];

    counter = 1;
    if (atexit(at_end) != 0 || pthread_create(&handle, 0, thread, &result) != 0 || pthread_join(handle, 0) != 0)
        return 1;
    printf("%d %d %d %lld %lld %.3f %d %d %s\n", built, result, counter, divide(1000000000000, count + 6),
           scale(12345, count + 2), exp(count), (int)line(count), stat("/", status), arguments[count - 1]);
    return environ == 0 || dlsym(0, "no such symbol") != 0 || shm_unlink("/no such object") == 0 || login_tty(-1) == 0 ||
           *__errno_location() == 0;
}

#ifdef PROGRAM
int main(int count, char **arguments)
{
    return run(count, arguments);
}
#endif
