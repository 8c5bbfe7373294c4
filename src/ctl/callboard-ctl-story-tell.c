/* callboard-ctl-story-tell.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl-story-private.h"

#include <ftw.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "callboard-ctl-describe.h"
#include "callboard-queries-application.h"
#include "callboard-queries-conversation.h"
#include "callboard-queries-jobs.h"

/* With JSON the story is silent: its result is all there is. */
void
callboard_story_tell (CallboardStory *self,
                      const char     *format,
                      ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  if (self->ctl->json)
    return;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_print ("%s\n", text);
}

void
callboard_story_tell_board (CallboardStory *self)
{
  CallboardDb *db = callboard_ctl_get_reader (self->ctl);
  g_autoptr(GPtrArray) jobs = callboard_queries_load_jobs (db, NULL);
  const CallboardJobRow *job = jobs != NULL && jobs->len > 0 ? g_ptr_array_index (jobs, 0) : NULL;
  g_autoptr(GPtrArray) stages = job != NULL ? callboard_queries_load_stages (db, job->id, NULL) : NULL;

  if (stages == NULL)
    return;

  callboard_story_tell (self, _("The board of %s, %s:"), job->title, job->location);
  for (guint i = 0; i < stages->len; i++)
    {
      const CallboardStageInfo *stage = g_ptr_array_index (stages, i);

      callboard_story_tell (self, "  %-18s %3u %s", stage->name, stage->count, stage->problem != NULL ? _("(not ready)") : "");
    }
  callboard_story_tell (self, "%s", "");
}

static void
tell_message (CallboardStory      *self,
              const CallboardLine *line)
{
  g_auto(GStrv) paragraphs = g_strsplit (*line->body != '\0' ? line->body : _("[a file]"), "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    callboard_story_tell (self, "  %s %s", i > 0 ? " " : line->outbound ? "→" : "←", paragraphs[i]);
}

/* A message that waits has not been said yet. */
void
callboard_story_tell_messages (CallboardStory *self)
{
  g_autoptr(GPtrArray) lines = callboard_queries_load_conversation (callboard_ctl_get_reader (self->ctl),
                                                                    self->application, NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const CallboardLine *line = g_ptr_array_index (lines, i);

      if (line->kind != CALLBOARD_LINE_MESSAGE || line->id <= self->last_message)
        continue;

      if (line->state == CALLBOARD_MESSAGE_WAITING || line->state == CALLBOARD_MESSAGE_CLAIMED)
        break;

      tell_message (self, line);
      self->last_message = line->id;
    }
}

int
callboard_story_tell_answers (CallboardStory  *self,
                              GError         **error)
{
  g_autoptr(GPtrArray) rows = callboard_queries_load_answers (callboard_ctl_get_reader (self->ctl), self->application,
                                                              error);

  if (rows == NULL)
    return -1;

  callboard_story_tell (self, "\n%s", _("What the card knows now:"));
  for (guint i = 0; i < rows->len; i++)
    {
      const CallboardAnswerRow *row = g_ptr_array_index (rows, i);

      callboard_story_tell (self, "  %s  %s%s", row->question, row->text, row->flagged ? _("  (flagged)") : "");
    }

  return rows->len;
}

gboolean
callboard_story_print (CallboardStory  *self,
                       const char      *sentence,
                       GError         **error)
{
  CallboardDb *db = callboard_ctl_get_reader (self->ctl);
  g_autoptr(JsonObject) object = callboard_ctl_describe_application (db, self->application, error);
  JsonArray *lines = object != NULL ? callboard_ctl_describe_conversation (db, self->application, error) : NULL;

  if (lines == NULL)
    return FALSE;

  json_object_set_array_member (object, "conversation", lines);
  callboard_story_tell (self, "%s", "");
  callboard_ctl_print_object (self->ctl, g_steal_pointer (&object), sentence);

  return TRUE;
}

static int
remove_entry (const char        *path,
              const struct stat *info,
              int                kind,
              struct FTW        *place)
{
  return g_remove (path);
}

gboolean
callboard_story_play (CallboardCtl       *ctl,
                      CallboardStoryPlay  play,
                      gpointer            user_data,
                      GError            **error)
{
  g_autofree char *temporary = NULL;
  g_autoptr(CallboardContext) context = NULL;
  g_autoptr(GMainLoop) loop = NULL;
  CallboardStory story;
  gboolean well;

  if (ctl->directory == NULL)
    ctl->directory = g_strdup (temporary = g_dir_make_tmp ("callboard-story-XXXXXX", error));
  if (ctl->directory == NULL || !callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error))
    return FALSE;

  context = callboard_context_new (ctl->store);
  loop = g_main_loop_new (NULL, FALSE);
  story = (CallboardStory) { .ctl = ctl, .context = context, .loop = loop };
  well = play (&story, user_data, error);

  g_clear_object (&context);
  callboard_store_close (ctl->store);
  if (temporary != NULL)
    nftw (temporary, remove_entry, 8, FTW_DEPTH | FTW_PHYS);

  return well;
}
