/* callboard-ctl-file.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-files.h"

/* What a block of a campaign document has as its "file". */
static JsonObject *
describe (const CallboardStoredFile *file,
          const char                *name)
{
  JsonObject *object = json_object_new ();

  callboard_ctl_set_text (object, "hash", file->hash);
  callboard_ctl_set_text (object, "name", name);
  callboard_ctl_set_text (object, "media_type", file->type);
  callboard_ctl_set_int (object, "size", file->size);

  return object;
}

static gboolean
add (CallboardCtl  *ctl,
     const char    *path,
     GError       **error)
{
  g_autoptr(CallboardStoredFile) file = NULL;
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = NULL;
  g_autofree char *directory = g_strdup (ctl->directory);

  /* Also while the window has the database open: a stored file is complete or does not exist. */
  if (directory == NULL)
    directory = callboard_store_get_default_directory ();

  file = callboard_files_add (directory, path, CALLBOARD_FILES_MAX_SIZE, error);
  if (file == NULL)
    return FALSE;

  name = callboard_file_safe_name (base, file->type);
  callboard_ctl_print_object (ctl, describe (file, name), file->hash);

  return TRUE;
}

gboolean
callboard_ctl_file (CallboardCtl  *ctl,
                    int            argc,
                    char         **argv,
                    GError       **error)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "file add PATH",
                                            _("Copies a picture, video or document into the data folder and prints its hash, "
                                              "for the campaign documents that send it."),
                                            entries, argc, argv, 2, 2, error);

  if (rest == NULL)
    return FALSE;

  if (g_str_equal (rest[0], "add"))
    return add (ctl, rest[1], error);

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("A file cannot be told to “%s”: only “add”."), rest[0]);

  return FALSE;
}
