/*
 * How urgent a thread is.
 * Spec: pthread_set_qos_class_self_np(3) of Darwin.
 */
#ifndef PACKWHEEL_SYS_QOS_H
#define PACKWHEEL_SYS_QOS_H

#include <bits/darwin.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

#define __QOS_CLASS_AVAILABLE __API_AVAILABLE
#define QOS_MIN_RELATIVE_PRIORITY (-15)

typedef unsigned int qos_class_t;
enum {
  QOS_CLASS_USER_INTERACTIVE = 33,
  QOS_CLASS_USER_INITIATED = 25,
  QOS_CLASS_DEFAULT = 21,
  QOS_CLASS_UTILITY = 17,
  QOS_CLASS_BACKGROUND = 9,
  QOS_CLASS_UNSPECIFIED = 0
};

qos_class_t qos_class_main(void);
qos_class_t qos_class_self(void);

PACKWHEEL_END_C

#endif
