/* callboard-ctl.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-fold.h"
#include "callboard-rehearsal-account.h"

static CallboardCtlExit
get_engine_exit (int code)
{
  switch ((CallboardEngineError) code)
    {
    case CALLBOARD_ENGINE_ERROR_NOT_READY:
    case CALLBOARD_ENGINE_ERROR_NOTHING:
    case CALLBOARD_ENGINE_ERROR_TOO_LATE:
    case CALLBOARD_ENGINE_ERROR_NOT_ALLOWED:
      return CALLBOARD_CTL_REFUSED;
    case CALLBOARD_ENGINE_ERROR_NOT_FOUND:
    case CALLBOARD_ENGINE_ERROR_INVALID:
    case CALLBOARD_ENGINE_ERROR_NEWER:
      return CALLBOARD_CTL_FAILED;
    }

  return CALLBOARD_CTL_FAILED;
}

CallboardCtlExit
callboard_ctl_get_exit (const GError *error)
{
  if (error == NULL)
    return CALLBOARD_CTL_OK;

  if (error->domain == G_OPTION_ERROR)
    return CALLBOARD_CTL_USAGE;

  if (error->domain == CALLBOARD_STORE_ERROR)
    return CALLBOARD_CTL_DATABASE;

  if (error->domain == CALLBOARD_CHANNEL_ERROR)
    return CALLBOARD_CTL_PROVIDER;

  if (error->domain == CALLBOARD_ENGINE_ERROR)
    return get_engine_exit (error->code);

  return CALLBOARD_CTL_FAILED;
}

gboolean
callboard_ctl_refuse (GError     **error,
                      int          code,
                      const char  *format,
                      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, code, message);

  return FALSE;
}

static gboolean
check_rest (char       **rest,
             const char  *usage,
             guint        min,
             guint        max,
             GError     **error)
{
  guint count = rest != NULL ? g_strv_length (rest) : 0;
  gboolean readable = TRUE;

  for (guint i = 0; i < count; i++)
    readable = readable && g_utf8_validate (rest[i], -1, NULL);

  if (readable && count >= min && count <= max)
    return TRUE;

  if (readable)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Usage: callboardctl %s"), usage);
  else
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("An argument is not UTF-8."));

  return FALSE;
}

/* Returns the arguments that are no options, or nothing. */
char **
callboard_ctl_parse (CallboardCtl        *ctl,
                     const char          *usage,
                     const char          *summary,
                     const GOptionEntry  *entries,
                     int                  argc,
                     char               **argv,
                     guint                min,
                     guint                max,
                     GError             **error)
{
  g_autoptr(GOptionContext) context = NULL;
  g_auto(GStrv) rest = NULL;
  const GOptionEntry shared[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &ctl->json, N_("Print JSON"), NULL },
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &ctl->directory, N_("Where the data is"), N_("FOLDER") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  const char *arguments = strchr (usage, ' ');
  g_autofree char *name = g_strconcat ("callboardctl ", argv[0], NULL);

  g_set_prgname (name);
  context = g_option_context_new (arguments != NULL ? arguments + 1 : NULL);
  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, &argc, &argv, error) || !check_rest (rest, usage, min, max, error))
    return NULL;

  return rest != NULL ? g_steal_pointer (&rest) : g_new0 (char *, 1);
}

/* What is dropped has to be carried by somebody: until there is another account, by the rehearsal. */
static gboolean
ensure_account (CallboardCtl  *ctl,
                GError       **error)
{
  g_autoptr(CallboardCommand) command = NULL;
  gint64 account = 0;

  if (!callboard_db_number (callboard_ctl_get_reader (ctl), &account, error, "SELECT id FROM account LIMIT 1", ""))
    return FALSE;

  if (account != 0)
    return TRUE;

  command = callboard_rehearsal_account_command_new ();

  return callboard_ctl_execute (ctl, command, error);
}

gboolean
callboard_ctl_open (CallboardCtl     *ctl,
                    CallboardDbMode   mode,
                    GError          **error)
{
  if (ctl->directory == NULL)
    ctl->directory = callboard_store_get_default_directory ();

  ctl->store = mode == CALLBOARD_DB_READ_WRITE
    ? callboard_store_open (ctl->directory, ctl->clock, error)
    : callboard_store_open_read_only (ctl->directory, ctl->clock, error);

  return ctl->store != NULL && (mode == CALLBOARD_DB_READ_ONLY || ensure_account (ctl, error));
}

CallboardDb *
callboard_ctl_get_reader (CallboardCtl *ctl)
{
  return callboard_store_get_reader (ctl->store);
}

gboolean
callboard_ctl_execute (CallboardCtl      *ctl,
                       CallboardCommand  *command,
                       GError           **error)
{
  return callboard_store_execute (ctl->store, command, error);
}

gboolean
callboard_ctl_read_id (const char  *text,
                       gint64      *id,
                       GError     **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is not a number as the lists show it."), text);
      return FALSE;
    }

  *id = number;

  return TRUE;
}

/* The only row whose text is the same but for case and accents, else the row with that number. */
static gboolean
find (CallboardDb    *db,
      CallboardRows  *rows,
      const char     *text,
      gint64         *id,
      GError        **error)
{
  g_autoptr(GError) fault = NULL;
  g_autofree char *wanted = callboard_fold (text);
  guint64 number = 0;
  guint n_found = 0;

  g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL);
  while (callboard_rows_next (rows, &fault))
    {
      g_autofree char *folded = callboard_fold (callboard_rows_text (rows, 1));

      if (g_str_equal (folded, wanted) && ++n_found)
        *id = callboard_rows_int (rows, 0);
      else if (n_found == 0 && (guint64) callboard_rows_int (rows, 0) == number)
        *id = number;
    }

  if (fault == NULL)
    return n_found <= 1 && *id != 0;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

gboolean
callboard_ctl_find_job (CallboardCtl  *ctl,
                        const char    *text,
                        gint64        *job,
                        GError       **error)
{
  CallboardDb *db = callboard_ctl_get_reader (ctl);
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) references = callboard_db_select (db, &fault, "SELECT id, reference FROM job"
                                                             " WHERE kind = 'job'", "");
  g_autoptr(CallboardRows) titles = callboard_db_select (db, &fault, "SELECT id, title FROM job WHERE kind = 'job'", "");

  *job = 0;
  if (find (db, references, text, job, &fault))
    return TRUE;

  *job = 0;
  if (fault == NULL && find (db, titles, text, job, &fault))
    return TRUE;

  if (fault == NULL)
    return callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                                 _("There is no one job “%s”. Name it by its number, its reference or its title."), text);

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

gboolean
callboard_ctl_find_stage (CallboardCtl  *ctl,
                          gint64         job,
                          const char    *text,
                          gint64        *stage,
                          GError       **error)
{
  CallboardDb *db = callboard_ctl_get_reader (ctl);
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault, "SELECT id, name FROM stage WHERE job_id = $1"
                                                       " AND removed_at IS NULL",
                                                       "i", job);

  *stage = 0;
  if (fault == NULL && find (db, rows, text, stage, &fault))
    return TRUE;

  if (fault == NULL)
    return callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                                 _("The job has no one stage “%s”. Name it by its number or its name."), text);

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}
