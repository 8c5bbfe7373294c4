/* callboard-ctl-sample.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-queries-jobs.h"
#include "callboard-sample.h"

gboolean
callboard_ctl_sample (CallboardCtl  *ctl,
                      int            argc,
                      char         **argv,
                      GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "sample", _("Fills an empty database with the sample. Sends nothing."),
                                            NULL, argc, argv, 0, 0, error);
  g_autoptr(GPtrArray) jobs = NULL;
  g_autofree char *sentence = NULL;
  JsonObject *object;
  guint n_cards = 0;

  if (rest == NULL || !callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error))
    return FALSE;

  if (!callboard_sample_is_wanted (ctl->store))
    return callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
                                 _("There are jobs in the database already. Use an empty one, with --data-dir."));

  if (!callboard_sample_fill (ctl->store, error))
    return FALSE;

  jobs = callboard_queries_load_jobs (callboard_ctl_get_reader (ctl), error);
  if (jobs == NULL)
    return FALSE;

  for (guint i = 0; i < jobs->len; i++)
    n_cards += ((CallboardJobRow *) g_ptr_array_index (jobs, i))->count;

  object = json_object_new ();
  callboard_ctl_set_int (object, "jobs", jobs->len);
  callboard_ctl_set_int (object, "cards", n_cards);
  sentence = g_strdup_printf (_("%u jobs with %u cards."), jobs->len, n_cards);
  callboard_ctl_print_object (ctl, object, sentence);

  return TRUE;
}
