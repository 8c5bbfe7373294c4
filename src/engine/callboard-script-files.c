/* callboard-script-files.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-turn-private.h"

#include "callboard-reading.h"

#define MEGABYTE (1024 * 1024)

static guint
get_kinds (const CallboardStep *step)
{
  if (step->kind == CALLBOARD_STEP_REQUEST)
    return step->kinds;

  return 1u << CALLBOARD_FILE_KIND_VIDEO | (step->voice ? 1u << CALLBOARD_FILE_KIND_AUDIO : 0);
}

static const char *
judge (const CallboardStep      *step,
       const CallboardReplyFile *file)
{
  if ((get_kinds (step) >> file->kind & 1) == 0)
    return "wrong-kind";

  if (step->max_bytes > 0 && file->size > step->max_bytes)
    return "too-large";

  if (step->kind == CALLBOARD_STEP_PROMPT && file->seconds > step->seconds)
    return "recording-long";

  return NULL;
}

static char *
name_kinds (CallboardTurn       *turn,
            const CallboardStep *step)
{
  guint kinds = get_kinds (step);
  GString *names = g_string_new (NULL);

  for (guint kind = CALLBOARD_FILE_KIND_PDF; kind <= CALLBOARD_FILE_KIND_AUDIO; kind++)
    {
      g_autofree char *phrase = g_strconcat ("kind-", callboard_enum_to_nick (CALLBOARD_TYPE_FILE_KIND, kind), NULL);

      if ((kinds >> kind & 1) != 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                callboard_phrase_peek (turn->script->language, phrase));
    }

  return g_string_free (names, FALSE);
}

static char *
explain_kind (CallboardTurn       *turn,
              const CallboardStep *step)
{
  g_autofree char *kinds = name_kinds (turn, step);
  const CallboardPhraseFilling fillings[] = { { "kinds", kinds }, { NULL } };

  return callboard_phrase_fill (turn->script->language, "again-kind", fillings);
}

static char *
explain_size (CallboardTurn       *turn,
              const CallboardStep *step)
{
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  const CallboardPhraseFilling fillings[] = { { "max", size }, { NULL } };

  g_ascii_formatd (size, sizeof size, step->max_bytes < MEGABYTE ? "%.1f" : "%.0f", (double) step->max_bytes / MEGABYTE);

  return callboard_phrase_fill (turn->script->language, "again-size", fillings);
}

static char *
explain (CallboardTurn       *turn,
         const CallboardStep *step,
         const char          *why)
{
  if (g_str_equal (why, "wrong-kind"))
    return explain_kind (turn, step);

  if (g_str_equal (why, "too-large"))
    return explain_size (turn, step);

  return callboard_turn_phrase (turn, "again-seconds", step->seconds);
}

static char *
ask_for_file (CallboardTurn       *turn,
              const CallboardStep *step)
{
  if (step->retry != NULL && *step->retry != '\0')
    return g_strdup (step->retry);

  if (step->kind == CALLBOARD_STEP_REQUEST)
    return callboard_turn_phrase (turn, "again-file", 0);

  return callboard_turn_phrase (turn, step->voice ? "again-record-or-speak" : "again-record", 0);
}

/* The files that fit; *why is set if there is none. */
static GArray *
take_files (CallboardTurn        *turn,
            const CallboardStep  *step,
            const char          **why)
{
  GArray *files = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < turn->event->n_files; i++)
    {
      const CallboardReplyFile *file = &turn->event->files[i];
      const char *fault = judge (step, file);

      if (fault == NULL)
        g_array_append_val (files, file->attachment);
      else if (*why == NULL)
        *why = fault;
    }

  if (files->len > 0)
    *why = NULL;

  return files;
}

static char *
join_files (GArray *files)
{
  GString *value = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    g_string_append_printf (value, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (files, gint64, i));

  return g_string_free (value, FALSE);
}

static void
offer_take (CallboardTurn       *turn,
            const CallboardStep *step)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();
  CallboardPhraseValues values = { .n = step->takes - turn->next->takes };
  g_autofree char *choices = NULL;

  g_ptr_array_add (ids, (char *) "keep");
  g_ptr_array_add (labels, (char *) callboard_phrase_peek (turn->script->language, "keep-button"));
  choices = callboard_write_choices (step->id, ids, labels);
  callboard_turn_send (turn, step->id, callboard_phrase (turn->script->language, "take", &values), choices, "another-take");
}

/* Every take is noted at once: the last one counts, whatever comes then. */
static void
receive (CallboardTurn       *turn,
         const CallboardStep *step,
         GArray              *files)
{
  const char *text = turn->event->text != NULL ? turn->event->text : "";
  g_auto(CallboardReading) reading = {
    .value = join_files (files), .words = g_strstrip (g_utf8_make_valid (text, -1)), .why = "received"
  };

  if (files->len < turn->event->n_files)
    callboard_turn_add (turn, CALLBOARD_EFFECT_NOTE, "extra-file");

  turn->next->tries = 0;
  turn->next->takes++;
  turn->next->phase = CALLBOARD_PHASE_QUESTION;
  callboard_turn_keep (turn, step, &reading, files);
  if (step->kind == CALLBOARD_STEP_PROMPT && turn->next->takes < step->takes)
    offer_take (turn, step);
  else
    callboard_turn_leave (turn);
}

static gboolean
keeps (CallboardTurn *turn)
{
  const char *label = callboard_phrase_peek (turn->script->language, "keep-button");
  gboolean yes;
  guint index;

  if (turn->next->takes == 0)
    return FALSE;

  if (turn->choice != NULL)
    return g_str_equal (turn->choice, "keep");

  if (callboard_read_choice (turn->event->text, &label, 1, &index))
    return TRUE;

  return callboard_read_yes_no (turn->event->text, turn->script->language, &yes) && yes;
}

void
callboard_turn_hear_file (CallboardTurn       *turn,
                          const CallboardStep *step)
{
  const char *why = "file-expected";
  g_autoptr(GArray) files = NULL;

  if (turn->event->n_files == 0)
    {
      if (keeps (turn))
        callboard_turn_leave (turn);
      else
        callboard_turn_ask_again (turn, step, why, ask_for_file (turn, step));
      return;
    }

  why = NULL;
  files = take_files (turn, step, &why);
  if (why == NULL)
    receive (turn, step, g_steal_pointer (&files));
  else
    callboard_turn_ask_again (turn, step, why, explain (turn, step, why));
}
