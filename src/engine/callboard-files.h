/* callboard-files.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "callboard-file-type.h"

G_BEGIN_DECLS

/* The files of a data directory, content-addressed: files/ab/ab…, named by the SHA-256 of their bytes. A name in there
 * is complete or does not exist. Every function may be called from any thread. */

/* What WhatsApp and MMS carry at most is less. */
#define CALLBOARD_FILES_MAX_SIZE (G_GINT64_CONSTANT (25) * 1024 * 1024)

/* How the names of files that are not complete begin. */
#define CALLBOARD_FILES_INCOMING ".incoming-"

#define CALLBOARD_FILES_ERROR (callboard_files_error_quark ())

/**
 * CallboardFilesError:
 * @CALLBOARD_FILES_ERROR_EMPTY: no byte came
 * @CALLBOARD_FILES_ERROR_TOO_LARGE: more bytes than allowed
 * @CALLBOARD_FILES_ERROR_PROGRAM: it is a program
 * @CALLBOARD_FILES_ERROR_FULL: no room on the disk
 * @CALLBOARD_FILES_ERROR_UNWRITABLE: the folder cannot be written
 * @CALLBOARD_FILES_ERROR_MISSING: the file does not exist or cannot be read
 * @CALLBOARD_FILES_ERROR_FAILED: anything else
 */
typedef enum
{
  CALLBOARD_FILES_ERROR_EMPTY,
  CALLBOARD_FILES_ERROR_TOO_LARGE,
  CALLBOARD_FILES_ERROR_PROGRAM,
  CALLBOARD_FILES_ERROR_FULL,
  CALLBOARD_FILES_ERROR_UNWRITABLE,
  CALLBOARD_FILES_ERROR_MISSING,
  CALLBOARD_FILES_ERROR_FAILED,
} CallboardFilesError;

GQuark callboard_files_error_quark (void);

/**
 * CallboardStoredFile:
 * @hash: SHA-256 of the bytes, lower-case hexadecimal
 * @size: bytes
 * @type: what it was sniffed as, a media type
 * @kind: the same for a person
 */
typedef struct
{
  char              *hash;
  gint64             size;
  char              *type;
  CallboardFileKind  kind;
} CallboardStoredFile;

void callboard_stored_file_free (CallboardStoredFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardStoredFile, callboard_stored_file_free)

/* A file on its way in. */
typedef struct _CallboardFileWriter CallboardFileWriter;

/**
 * callboard_file_writer_new:
 * @directory: the data directory
 * @max_size: the most bytes to take
 * @error: return location for a %CALLBOARD_FILES_ERROR
 *
 * Returns: (transfer full): a writer into a file without a name, or %NULL
 */
CallboardFileWriter *callboard_file_writer_new    (const char           *directory,
                                                   gint64                max_size,
                                                   GError              **error);

/**
 * callboard_file_writer_expect:
 * @self: a writer
 * @size: how many bytes are said to come
 * @error: return location for %CALLBOARD_FILES_ERROR_TOO_LARGE
 *
 * Returns: whether as many would be taken
 */
gboolean             callboard_file_writer_expect (CallboardFileWriter  *self,
                                                   gint64                size,
                                                   GError              **error);

/**
 * callboard_file_writer_write:
 * @self: a writer
 * @data: (array length=length): the next bytes
 * @length: how many
 * @error: return location for a %CALLBOARD_FILES_ERROR
 *
 * Returns: whether they were taken; after a refusal the writer takes no more
 */
gboolean             callboard_file_writer_write  (CallboardFileWriter  *self,
                                                   gconstpointer         data,
                                                   gsize                 length,
                                                   GError              **error);

/**
 * callboard_file_writer_matches:
 * @self: a writer
 * @hash: SHA-256 as lower-case hex
 *
 * Returns: whether the bytes so far are those of @hash
 */
gboolean             callboard_file_writer_matches (CallboardFileWriter *self,
                                                    const char          *hash);

/**
 * callboard_file_writer_finish:
 * @self: a writer
 * @error: return location for a %CALLBOARD_FILES_ERROR
 *
 * Waits until the bytes are on the disk, then gives the file its name. Blocks: not for the main loop.
 *
 * Returns: (transfer full): the file, or %NULL
 */
CallboardStoredFile *callboard_file_writer_finish (CallboardFileWriter  *self,
                                                   GError              **error);

/* Leaves nothing behind of a file that was not finished. */
void                 callboard_file_writer_free   (CallboardFileWriter  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardFileWriter, callboard_file_writer_free)

/**
 * callboard_files_add:
 * @directory: the data directory
 * @path: a file to copy in
 * @max_size: the most bytes to take
 * @error: return location for a %CALLBOARD_FILES_ERROR
 *
 * Blocks: not for the main loop.
 *
 * Returns: (transfer full): the file, or %NULL
 */
CallboardStoredFile *callboard_files_add          (const char           *directory,
                                                   const char           *path,
                                                   gint64                max_size,
                                                   GError              **error);

/**
 * callboard_files_add_async:
 *
 * As callboard_files_add(), in a thread of its own.
 */
void                 callboard_files_add_async    (const char           *directory,
                                                   const char           *path,
                                                   gint64                max_size,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
CallboardStoredFile *callboard_files_add_finish   (GAsyncResult         *result,
                                                   GError              **error);

/**
 * callboard_files_is_hash:
 * @hash: (nullable): any text
 *
 * Returns: whether @hash can name a stored file
 */
gboolean             callboard_files_is_hash      (const char           *hash);

/**
 * callboard_files_get_path:
 * @directory: the data directory
 * @hash: (nullable): any text
 *
 * Returns: (transfer full) (nullable): where the file of that hash is or would be; %NULL if it is no hash
 */
char                *callboard_files_get_path     (const char           *directory,
                                                   const char           *hash);

/**
 * callboard_files_has:
 * @directory: the data directory
 * @hash: (nullable): any text
 *
 * Returns: whether that file is stored
 */
gboolean             callboard_files_has          (const char           *directory,
                                                   const char           *hash);

/**
 * callboard_files_clean:
 * @directory: the data directory
 *
 * Removes what a program that died had begun to write, more than an hour ago.
 */
void                 callboard_files_clean        (const char           *directory);

G_END_DECLS
