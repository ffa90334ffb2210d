#include "csqlite.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>

#if SQLITE_VERSION_NUMBER < 3020000
#error "Warraq needs SQLite 3.20 or newer, with FTS5"
#endif

enum { MOST_STATEMENTS = 16 };

struct warraq_sqlite {
  sqlite3 *handle;
  sqlite3_stmt *statements[MOST_STATEMENTS];
  int count;
  int code; // of the first failure
  int system; // its errno, where the system failed
};

static int errno_of(int code, int system) {
  if (system != 0) return system;
  switch (code & 0xFF) {
  case SQLITE_FULL: return ENOSPC;
  case SQLITE_NOMEM: return ENOMEM;
  case SQLITE_TOOBIG: return EFBIG;
  case SQLITE_READONLY: return EROFS;
  case SQLITE_CANTOPEN: return EACCES;
  default: return EIO;
  }
}

static int fail(warraq_sqlite *database, int code) {
  if (database->code != SQLITE_OK) return 1;
  database->code = code;
  if (code == SQLITE_OK) return 0;
  database->system = database->handle ? sqlite3_system_errno(database->handle) : 0;
  return 1;
}

warraq_sqlite *warraq_sqlite_create(const char *path) {
  warraq_sqlite *database = calloc(1, sizeof *database);
  if (!database) return NULL;
  // One thread at a time: the writer's.
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  fail(database, sqlite3_open_v2(path, &database->handle, flags, NULL));
  return database;
}

int warraq_sqlite_failed(const warraq_sqlite *database) { return database->code != SQLITE_OK; }

int warraq_sqlite_errno(const warraq_sqlite *database) {
  return errno_of(database->code, database->system);
}

void warraq_sqlite_run(warraq_sqlite *database, const char *statements) {
  if (database->code != SQLITE_OK) return;
  fail(database, sqlite3_exec(database->handle, statements, NULL, NULL, NULL));
}

int warraq_sqlite_prepare(warraq_sqlite *database, const char *statement) {
  if (database->code != SQLITE_OK) return -1;
  if (database->count == MOST_STATEMENTS) {
    fail(database, SQLITE_NOMEM);
    return -1;
  }
  sqlite3_stmt **place = &database->statements[database->count];
  if (fail(database, sqlite3_prepare_v2(database->handle, statement, -1, place, NULL))) return -1;
  return database->count++;
}

// A statement that can be used; NULL where anything has failed.
static sqlite3_stmt *usable(const warraq_sqlite *database, int statement) {
  if (database->code != SQLITE_OK || statement < 0 || statement >= database->count) return NULL;
  return database->statements[statement];
}

void warraq_sqlite_bind_null(warraq_sqlite *database, int statement, int column) {
  sqlite3_stmt *found = usable(database, statement);
  if (found) fail(database, sqlite3_bind_null(found, column));
}

void warraq_sqlite_bind_integer(warraq_sqlite *database, int statement, int column, int64_t value) {
  sqlite3_stmt *found = usable(database, statement);
  if (found) fail(database, sqlite3_bind_int64(found, column, value));
}

void warraq_sqlite_bind_real(warraq_sqlite *database, int statement, int column, double value) {
  sqlite3_stmt *found = usable(database, statement);
  if (found) fail(database, sqlite3_bind_double(found, column, value));
}

void warraq_sqlite_bind_text(
  warraq_sqlite *database, int statement, int column, const uint8_t *bytes, size_t count) {
  sqlite3_stmt *found = usable(database, statement);
  if (!found) return;
  // An empty text may come without an address, which would be taken for NULL.
  const char *text = bytes ? (const char *)bytes : "";
  fail(
    database,
    sqlite3_bind_text64(found, column, text, count, SQLITE_TRANSIENT, SQLITE_UTF8));
}

int64_t warraq_sqlite_step(warraq_sqlite *database, int statement) {
  sqlite3_stmt *found = usable(database, statement);
  if (!found) return 0;
  int code = sqlite3_step(found);
  if (code != SQLITE_DONE) {
    fail(database, code == SQLITE_ROW ? SQLITE_MISUSE : code);
    return 0;
  }
  sqlite3_reset(found);
  sqlite3_clear_bindings(found);
  return sqlite3_last_insert_rowid(database->handle);
}

void warraq_sqlite_close(warraq_sqlite *database) {
  if (!database) return;
  for (int index = 0; index < database->count; index++) sqlite3_finalize(database->statements[index]);
  sqlite3_close(database->handle);
  free(database);
}

const char *warraq_sqlite_version(void) { return sqlite3_libversion(); }

int warraq_sqlite_has_fts5(void) { return sqlite3_compileoption_used("ENABLE_FTS5"); }
