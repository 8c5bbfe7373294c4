/* callboard-transcript.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-transcript.h"

#include <glib/gi18n-lib.h>

#include "callboard-error.h"
#include "callboard-json.h"
#include "callboard-replay.h"

#define MAX_BYTES (4 * 1024 * 1024)

static const char * const kind_names[] = { "said", "heard", "noted", NULL };

static void
line_free (gpointer data)
{
  CallboardTranscriptLine *line = data;

  g_free (line->text);
  g_free (line);
}

static GPtrArray *
lines_new (void)
{
  return g_ptr_array_new_with_free_func (line_free);
}

static void
add_line (GPtrArray           *lines,
          CallboardTranscriptKind    kind,
          CallboardTranscriptChange  change,
          char                *text)
{
  CallboardTranscriptLine *line = g_new0 (CallboardTranscriptLine, 1);

  line->kind = kind;
  line->change = change;
  line->text = text;
  g_ptr_array_add (lines, line);
}

static void
add_step (GPtrArray                 *lines,
          const CallboardReplayStep *step)
{
  if (step->event->kind == CALLBOARD_SCRIPT_REPLY)
    add_line (lines, CALLBOARD_TRANSCRIPT_HEARD, CALLBOARD_TRANSCRIPT_SAME, callboard_replay_describe_event (step->event));

  for (guint i = 0; i < step->effects->len; i++)
    {
      const CallboardEffect *effect = g_ptr_array_index (step->effects, i);

      if (effect->kind == CALLBOARD_EFFECT_SEND && effect->media == NULL)
        add_line (lines, CALLBOARD_TRANSCRIPT_SAID, CALLBOARD_TRANSCRIPT_SAME, g_strdup (effect->text));
      else
        add_line (lines, CALLBOARD_TRANSCRIPT_NOTED, CALLBOARD_TRANSCRIPT_SAME, callboard_replay_describe_effect (effect));
    }
}

GPtrArray *
callboard_transcript_new (GPtrArray *steps)
{
  GPtrArray *lines = lines_new ();

  g_return_val_if_fail (steps != NULL, lines);

  for (guint i = 0; i < steps->len; i++)
    add_step (lines, g_ptr_array_index (steps, i));

  return lines;
}

char *
callboard_transcript_to_json (GPtrArray *lines)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *array = json_array_new ();

  g_return_val_if_fail (lines != NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const CallboardTranscriptLine *line = g_ptr_array_index (lines, i);
      JsonObject *member = json_object_new ();

      json_object_set_string_member (member, "kind", kind_names[line->kind]);
      json_object_set_string_member (member, "text", line->text);
      json_array_add_object_element (array, member);
    }

  json_object_set_array_member (object, "lines", array);

  return callboard_json_to_text (object);
}

static gboolean
read_line (GPtrArray  *lines,
           JsonObject *member)
{
  const char *name = callboard_json_get_string (member, "kind");
  const char *text = callboard_json_get_string (member, "text");

  for (guint i = 0; name != NULL && text != NULL && kind_names[i] != NULL; i++)
    {
      if (!g_str_equal (kind_names[i], name))
        continue;

      add_line (lines, i, CALLBOARD_TRANSCRIPT_SAME, g_strdup (text));
      return TRUE;
    }

  return FALSE;
}

GPtrArray *
callboard_transcript_from_json (const char  *text,
                                GError     **error)
{
  g_autoptr(GPtrArray) lines = lines_new ();
  g_autoptr(JsonObject) object = callboard_json_parse_object (text, -1, MAX_BYTES, NULL);
  JsonArray *array = object != NULL ? callboard_json_get_array (object, "lines") : NULL;
  guint n_read = 0;

  while (array != NULL && n_read < json_array_get_length (array) &&
         read_line (lines, callboard_json_array_get_object (array, n_read)))
    n_read++;

  if (array != NULL && n_read == json_array_get_length (array))
    return g_steal_pointer (&lines);

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID,
                       _("The recorded test cannot be read. Record it again."));

  return NULL;
}

static gboolean
is_same (gconstpointer a,
         gconstpointer b)
{
  const CallboardTranscriptLine *one = a;
  const CallboardTranscriptLine *other = b;

  return one->kind == other->kind && g_str_equal (one->text, other->text);
}

/* common[i * width + j]: how many lines @before from i on and @after from j on have in common, in order. */
static guint *
count_common (GPtrArray *before,
              GPtrArray *after)
{
  gsize width = after->len + 1;
  guint *common = g_new0 (guint, (before->len + 1) * width);

  for (guint i = before->len; i-- > 0;)
    {
      for (guint j = after->len; j-- > 0;)
        {
          guint *here = &common[i * width + j];

          if (is_same (before->pdata[i], after->pdata[j]))
            *here = here[width + 1] + 1;
          else
            *here = MAX (here[width], here[1]);
        }
    }

  return common;
}

GPtrArray *
callboard_transcript_compare (GPtrArray *before,
                              GPtrArray *after,
                              guint     *n_changed)
{
  GPtrArray *lines = lines_new ();
  g_autofree guint *common = NULL;
  gsize width;
  guint i = 0, j = 0;

  g_return_val_if_fail (before != NULL && after != NULL && n_changed != NULL, lines);

  common = count_common (before, after);
  width = after->len + 1;
  while (i < before->len || j < after->len)
    {
      gboolean both = i < before->len && j < after->len;
      gboolean same = both && is_same (before->pdata[i], after->pdata[j]);
      gboolean gone = !same && i < before->len &&
                      (!both || common[(i + 1) * width + j] >= common[i * width + j + 1]);
      const CallboardTranscriptLine *line = g_ptr_array_index (same || !gone ? after : before, same || !gone ? j : i);

      add_line (lines, line->kind, same ? CALLBOARD_TRANSCRIPT_SAME : gone ? CALLBOARD_TRANSCRIPT_GONE : CALLBOARD_TRANSCRIPT_NEW,
                g_strdup (line->text));
      i += same || gone;
      j += !gone;
    }

  *n_changed = lines->len * 2 - before->len - after->len;

  return lines;
}
