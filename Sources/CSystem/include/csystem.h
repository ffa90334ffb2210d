// Calls of Linux that Swift's view of the C library leaves out.

#ifndef WARRAQ_CSYSTEM_H
#define WARRAQ_CSYSTEM_H

/// Waits until all that was written to the file system of an open file is on the disk. Returns 0, or -1
/// with `errno` set.
int warraq_syncfs(int descriptor);

#endif
