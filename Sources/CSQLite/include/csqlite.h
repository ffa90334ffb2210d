// The only door to SQLite. This header has our own types and nothing of SQLite's.

#ifndef WARRAQ_CSQLITE_H
#define WARRAQ_CSQLITE_H

#include <stddef.h>
#include <stdint.h>

/// A database being written, and the statements made for it.
typedef struct warraq_sqlite warraq_sqlite;

/// Makes an empty database at a path, NUL-terminated, where no file is. NULL where there is no memory;
/// any other failure is told by warraq_sqlite_failed.
warraq_sqlite *warraq_sqlite_create(const char *path);

/// Whether anything has failed. All functions below do nothing then.
int warraq_sqlite_failed(const warraq_sqlite *database);

/// The errno that says best what failed.
int warraq_sqlite_errno(const warraq_sqlite *database);

/// Runs statements that return nothing, NUL-terminated.
void warraq_sqlite_run(warraq_sqlite *database, const char *statements);

/// Makes a statement to be run many times; returns its number, from 0, -1 where it fails.
int warraq_sqlite_prepare(warraq_sqlite *database, const char *statement);

/// Bind a value of a statement, `column` from 1. Text is valid UTF-8 and copied.
void warraq_sqlite_bind_null(warraq_sqlite *database, int statement, int column);
void warraq_sqlite_bind_integer(warraq_sqlite *database, int statement, int column, int64_t value);
void warraq_sqlite_bind_real(warraq_sqlite *database, int statement, int column, double value);
void warraq_sqlite_bind_text(
  warraq_sqlite *database, int statement, int column, const uint8_t *bytes, size_t count);

/// Runs a statement with what has been bound; returns the number of the row it made.
int64_t warraq_sqlite_step(warraq_sqlite *database, int statement);

/// Closes the database and frees it.
void warraq_sqlite_close(warraq_sqlite *database);

/// The version of the library at run time, as 3.40.1.
const char *warraq_sqlite_version(void);

/// Whether the library can make full-text tables.
int warraq_sqlite_has_fts5(void);

#endif
