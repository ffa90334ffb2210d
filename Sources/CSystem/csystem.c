#define _GNU_SOURCE
#include "csystem.h"

#include <unistd.h>

int warraq_syncfs(int descriptor) { return syncfs(descriptor); }
