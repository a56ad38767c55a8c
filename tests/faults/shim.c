/* A failing disk, for LD_PRELOAD: counts the calls of all processes that change or sync something below FAULTS_ROOT.
 *
 * FAULTS_STATE is a file that all processes map; the test writes the fault to inject into it.
 * FAULTS_LOG receives the calls in their order, with their data, for the simulation of a loss of power.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static const char *root, *log_name;
static int state = -1;

static struct {
    uint64_t count;      /* number of calls so far */
    uint64_t at;         /* number of the call that fails; 0 for none */
    uint64_t error;      /* its errno; 0: the process group is killed before the call is made */
    uint64_t is_sticky;  /* later calls that need space fail, too: a full disk stays full */
    uint64_t is_logged;  /* calls are written to FAULTS_LOG */
} *shared;

__attribute__((constructor)) static void begin(void) {
    const char *name = getenv("FAULTS_STATE");
    root = getenv("FAULTS_ROOT");
    log_name = getenv("FAULTS_LOG");
    if (!name || !root || !log_name) return;
    state = (int)syscall(SYS_openat, AT_FDCWD, name, O_RDWR | O_CLOEXEC);
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED, state, 0);
    if (shared == MAP_FAILED) abort();
}

/* Resolve a path relative to a folder, without following a link at its end. */
static void resolve(int folder, const char *path, char *out) {
    char base[PATH_MAX] = "", link[64];
    if (path[0] != '/') {
        if (folder == AT_FDCWD) {
            if (!getcwd(base, sizeof base)) base[0] = 0;
        } else {
            snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
            ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, base, sizeof base - 1);
            base[length > 0 ? length : 0] = 0;
        }
    }
    if (snprintf(out, PATH_MAX, "%s%s%s", base, base[0] && path[0] ? "/" : "", path) >= PATH_MAX) out[0] = 0;
}

static int is_ours(const char *path) {
    return shared && !strncmp(path, root, strlen(root));
}

static void log_call(uint64_t number, const char *call, const char *path, const char *other, long offset,
                     const void *data, size_t size) {
    char head[3 * PATH_MAX];
    int length = snprintf(head, sizeof head, "%lu\t%s\t%s\t%s\t%ld\t%zu\n", (unsigned long)number, call, path, other,
                          offset, data ? size : 0);
    int out = (int)syscall(SYS_openat, AT_FDCWD, log_name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    struct iovec parts[] = {{head, (size_t)length}, {(void *)data, data ? size : 0}};
    if (writev(out, parts, 2) < 0) abort();
    close(out);
}

/* Return 0 if the call may be made, after which `finish_call` must follow; -1 if it fails with errno. */
static int start_call(const char *call, const char *path, const char *other, int needs_space, long offset,
                      const void *data, size_t size) {
    uint64_t number = __atomic_add_fetch(&shared->count, 1, __ATOMIC_SEQ_CST);
    int is_hit = shared->at && (number == shared->at || (shared->is_sticky && needs_space && number > shared->at));
    if (is_hit && !shared->error) {
        kill(0, SIGKILL);
        for (;;) pause();
    }
    if (is_hit) {
        errno = (int)shared->error;
        return -1;
    }
    if (shared->is_logged) {
        flock(state, LOCK_EX);
        log_call(number, call, path, other, offset, data, size);
    }
    return 0;
}

static void finish_call(void) {
    if (shared->is_logged) flock(state, LOCK_UN);
}

#define FAULTY(call, path, other, room, offset, data, size, real_call)          \
    do {                                                                        \
        if (is_ours(path)) {                                                    \
            if (start_call(call, path, other, room, offset, data, size)) return -1; \
            __typeof__(real_call) result_ = real_call;                          \
            int saved_errno_ = errno;                                           \
            finish_call();                                                      \
            errno = saved_errno_;                                               \
            return result_;                                                     \
        }                                                                       \
        return real_call;                                                       \
    } while (0)

static int open_counted(int folder, const char *path, int flags, mode_t mode) {
    char full[PATH_MAX];
    int creates = (flags & O_CREAT) || (flags & O_TRUNC);
    resolve(folder, path, full);
    if (creates && is_ours(full)) {
        int is_new = faccessat(folder, path, F_OK, AT_SYMLINK_NOFOLLOW) != 0;
        FAULTY(is_new ? "create" : "truncate", full, "", 1, 0, NULL, 0,
               (int)syscall(SYS_openat, folder, path, flags, mode));
    }
    return (int)syscall(SYS_openat, folder, path, flags, mode);
}

static mode_t mode_of(int flags, va_list more) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; }

#define OPENER(name, folder_parameter, folder)                  \
    int name(folder_parameter const char *path, int flags, ...) { \
        va_list more;                                           \
        va_start(more, flags);                                  \
        mode_t mode = mode_of(flags, more);                     \
        va_end(more);                                           \
        return open_counted(folder, path, flags, mode);         \
    }
#define COMMA ,
OPENER(open, , AT_FDCWD)
OPENER(open64, , AT_FDCWD)
OPENER(openat, int at_ COMMA, at_)
OPENER(openat64, int at_ COMMA, at_)

static int path_of(int file, char *out) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, out, PATH_MAX - 1);
    out[length > 0 ? length : 0] = 0;
    return length > 0;
}

ssize_t write(int file, const void *data, size_t size) {
    char full[PATH_MAX];
    if (!shared || !path_of(file, full)) return REAL(write)(file, data, size);
    long offset = is_ours(full) ? (long)lseek(file, 0, SEEK_CUR) : 0;
    FAULTY("write", full, "", 1, offset, data, size, REAL(write)(file, data, size));
}

ssize_t sendfile(int out, int in, off_t *offset, size_t count) {
    char full[PATH_MAX];
    if (shared && path_of(out, full) && is_ours(full)) {
        errno = EINVAL; /* callers then copy with write, which is counted */
        return -1;
    }
    return REAL(sendfile)(out, in, offset, count);
}

ssize_t sendfile64(int out, int in, off64_t *offset, size_t count) { return sendfile(out, in, (off_t *)offset, count); }

int fsync(int file) {
    char full[PATH_MAX];
    if (!path_of(file, full)) return REAL(fsync)(file);
    FAULTY("fsync", full, "", 0, 0, NULL, 0, REAL(fsync)(file));
}

static int rename_counted(int from, const char *path, int to, const char *target) {
    char full[PATH_MAX], other[PATH_MAX];
    resolve(from, path, full);
    resolve(to, target, other);
    FAULTY("rename", full, other, 0, 0, NULL, 0, (int)syscall(SYS_renameat2, from, path, to, target, 0));
}

int rename(const char *path, const char *target) { return rename_counted(AT_FDCWD, path, AT_FDCWD, target); }
int renameat(int from, const char *path, int to, const char *target) { return rename_counted(from, path, to, target); }

static int link_counted(int from, const char *path, int to, const char *target, int flags) {
    char full[PATH_MAX], other[PATH_MAX];
    resolve(from, path, full);
    resolve(to, target, other);
    FAULTY("link", full, other, 1, 0, NULL, 0, (int)syscall(SYS_linkat, from, path, to, target, flags));
}

int link(const char *path, const char *target) { return link_counted(AT_FDCWD, path, AT_FDCWD, target, 0); }
int linkat(int from, const char *path, int to, const char *target, int flags) {
    return link_counted(from, path, to, target, flags);
}

static int mkdir_counted(int folder, const char *path, mode_t mode) {
    char full[PATH_MAX];
    resolve(folder, path, full);
    FAULTY("mkdir", full, "", 1, 0, NULL, 0, (int)syscall(SYS_mkdirat, folder, path, mode));
}

int mkdir(const char *path, mode_t mode) { return mkdir_counted(AT_FDCWD, path, mode); }
int mkdirat(int folder, const char *path, mode_t mode) { return mkdir_counted(folder, path, mode); }

static int remove_counted(int folder, const char *path, int flags) {
    char full[PATH_MAX];
    resolve(folder, path, full);
    FAULTY(flags & AT_REMOVEDIR ? "rmdir" : "unlink", full, "", 0, 0, NULL, 0,
           (int)syscall(SYS_unlinkat, folder, path, flags));
}

int unlink(const char *path) { return remove_counted(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return remove_counted(AT_FDCWD, path, AT_REMOVEDIR); }
int unlinkat(int folder, const char *path, int flags) { return remove_counted(folder, path, flags); }
