#pragma once

// Which lock guards what, as Clang checks it (-Wthread-safety); nothing for other compilers.
// https://clang.llvm.org/docs/ThreadSafetyAnalysis.html

#if defined(__clang__)
#define ALOUD_THREAD_ANNOTATION(attribute) __attribute__((attribute))
#else
#define ALOUD_THREAD_ANNOTATION(attribute)
#endif

#define ALOUD_CAPABILITY(name) ALOUD_THREAD_ANNOTATION(capability(name))
#define ALOUD_SCOPED_CAPABILITY ALOUD_THREAD_ANNOTATION(scoped_lockable)
#define ALOUD_GUARDED_BY(mutex) ALOUD_THREAD_ANNOTATION(guarded_by(mutex))
#define ALOUD_REQUIRES(...) ALOUD_THREAD_ANNOTATION(requires_capability(__VA_ARGS__))
#define ALOUD_EXCLUDES(...) ALOUD_THREAD_ANNOTATION(locks_excluded(__VA_ARGS__))
#define ALOUD_ACQUIRE(...) ALOUD_THREAD_ANNOTATION(acquire_capability(__VA_ARGS__))
#define ALOUD_RELEASE(...) ALOUD_THREAD_ANNOTATION(release_capability(__VA_ARGS__))
#define ALOUD_TRY_ACQUIRE(...) ALOUD_THREAD_ANNOTATION(try_acquire_capability(__VA_ARGS__))
