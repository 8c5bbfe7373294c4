/* callboard-script-event-json.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-event.h"

#include <glib/gi18n-lib.h>

#include "callboard-error.h"
#include "callboard-json.h"

#define MAX_BYTES (1024 * 1024)

static const char * const kinds[] = {
  [CALLBOARD_SCRIPT_START] = "start",
  [CALLBOARD_SCRIPT_REPLY] = "reply",
  [CALLBOARD_SCRIPT_NUDGE] = "nudge",
  [CALLBOARD_SCRIPT_RESUME] = "resume",
  [CALLBOARD_SCRIPT_SLOTS] = "slots",
  [CALLBOARD_SCRIPT_BOOKED] = "booked",
  [CALLBOARD_SCRIPT_TAKEN] = "taken",
  [CALLBOARD_SCRIPT_REMIND] = "remind",
  [CALLBOARD_SCRIPT_REBOOK] = "rebook",
  [CALLBOARD_SCRIPT_CALL_OFF] = "call-off",
};

static const char * const words[] = {
  [CALLBOARD_WORD_NONE] = "none",
  [CALLBOARD_WORD_STOP] = "stop",
  [CALLBOARD_WORD_START] = "start",
  [CALLBOARD_WORD_HELP] = "help",
  [CALLBOARD_WORD_WITHDRAW] = "withdraw",
  [CALLBOARD_WORD_SKIP] = "skip",
  [CALLBOARD_WORD_BACK] = "back",
  [CALLBOARD_WORD_YES] = "yes",
  [CALLBOARD_WORD_NO] = "no",
};

static const char * const reminders[] = {
  [CALLBOARD_REMINDER_DAY] = "day",
  [CALLBOARD_REMINDER_HOURS] = "hours",
};

static const struct {
  const char *name;
  gsize       offset;
} texts[] = {
  { "text", G_STRUCT_OFFSET (CallboardScriptEvent, text) },
  { "choice", G_STRUCT_OFFSET (CallboardScriptEvent, choice) },
  { "quoted", G_STRUCT_OFFSET (CallboardScriptEvent, quoted) },
  { "zone", G_STRUCT_OFFSET (CallboardScriptEvent, zone) },
};

/* An event that owns what it points to. */
typedef struct
{
  CallboardScriptEvent  event;
  char                 *texts[G_N_ELEMENTS (texts)];
  CallboardReplyFile   *files;
} OwnedEvent;

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  if (valid != NULL)
    json_object_set_string_member (object, name, valid);
}

static void
set_int (JsonObject *object,
         const char *name,
         gint64      value)
{
  if (value != 0)
    json_object_set_int_member (object, name, value);
}

static void
set_files (JsonObject                 *object,
           const CallboardScriptEvent *event)
{
  JsonArray *array;

  if (event->n_files == 0)
    return;

  array = json_array_new ();
  for (guint i = 0; i < event->n_files; i++)
    {
      JsonObject *file = json_object_new ();

      set_int (file, "attachment", event->files[i].attachment);
      set_text (file, "kind", callboard_enum_to_nick (CALLBOARD_TYPE_FILE_KIND, event->files[i].kind));
      set_int (file, "size", event->files[i].size);
      set_int (file, "seconds", event->files[i].seconds);
      json_array_add_object_element (array, file);
    }

  json_object_set_array_member (object, "files", array);
}

static void
set_slots (JsonObject *object,
           GArray     *slots)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      const CallboardSlot *slot = &g_array_index (slots, CallboardSlot, i);
      JsonObject *element = json_object_new ();

      json_object_set_int_member (element, "starts_at", slot->starts_at);
      json_object_set_int_member (element, "ends_at", slot->ends_at);
      set_text (element, "session", slot->session);
      json_array_add_object_element (array, element);
    }

  json_object_set_array_member (object, "slots", array);
}

char *
callboard_script_event_to_json (const CallboardScriptEvent *event)
{
  g_autoptr(JsonObject) object = json_object_new ();

  g_return_val_if_fail (event != NULL, NULL);

  json_object_set_string_member (object, "event", kinds[event->kind]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    set_text (object, texts[i].name, G_STRUCT_MEMBER (const char *, event, texts[i].offset));

  if (event->word != CALLBOARD_WORD_NONE)
    json_object_set_string_member (object, "word", words[event->word]);

  set_files (object, event);
  set_int (object, "message", event->message);
  set_int (object, "n", event->n);
  if (event->last)
    json_object_set_boolean_member (object, "last", TRUE);

  set_int (object, "starts_at", event->starts_at);
  if (event->kind == CALLBOARD_SCRIPT_SLOTS)
    set_slots (object, event->slots);
  if (event->kind == CALLBOARD_SCRIPT_REMIND)
    json_object_set_string_member (object, "reminder", reminders[event->reminder]);

  return callboard_json_to_text (object);
}

static gboolean
find (const char         *name,
      const char * const *names,
      guint               n,
      guint              *found)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (name, names[i]) == 0)
        {
          *found = i;
          return TRUE;
        }
    }

  return FALSE;
}

static guint
get_count (JsonObject *object,
           const char *name)
{
  gint64 value = 0;

  callboard_json_get_int (object, name, &value);

  return CLAMP (value, 0, G_MAXINT);
}

static void
read_files (OwnedEvent *owned,
            JsonArray  *array)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  owned->files = g_new0 (CallboardReplyFile, n);
  owned->event.files = owned->files;
  owned->event.n_files = n;
  for (guint i = 0; i < n; i++)
    {
      JsonObject *file = callboard_json_array_get_object (array, i);
      int kind = CALLBOARD_FILE_KIND_OTHER;

      callboard_enum_from_nick (CALLBOARD_TYPE_FILE_KIND, callboard_json_get_string (file, "kind"), &kind);
      callboard_json_get_int (file, "attachment", &owned->files[i].attachment);
      callboard_json_get_int (file, "size", &owned->files[i].size);
      owned->files[i].kind = kind;
      owned->files[i].seconds = get_count (file, "seconds");
    }
}

static void
read_slots (OwnedEvent *owned,
            JsonArray  *array)
{
  owned->event.slots = callboard_slots_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *slot = callboard_json_array_get_object (array, i);
      gint64 starts_at = 0, ends_at = 0;

      callboard_json_get_int (slot, "starts_at", &starts_at);
      callboard_json_get_int (slot, "ends_at", &ends_at);
      callboard_slots_add (owned->event.slots, starts_at, ends_at, callboard_json_get_string (slot, "session"));
    }
}

static void
read_members (OwnedEvent *owned,
              JsonObject *object)
{
  CallboardScriptEvent *event = &owned->event;
  guint found;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      owned->texts[i] = g_strdup (callboard_json_get_string (object, texts[i].name));
      G_STRUCT_MEMBER (const char *, event, texts[i].offset) = owned->texts[i];
    }

  if (find (callboard_json_get_string (object, "word"), words, G_N_ELEMENTS (words), &found))
    event->word = found;
  if (find (callboard_json_get_string (object, "reminder"), reminders, G_N_ELEMENTS (reminders), &found))
    event->reminder = found;

  callboard_json_get_int (object, "message", &event->message);
  callboard_json_get_int (object, "starts_at", &event->starts_at);
  callboard_json_get_boolean (object, "last", &event->last);
  event->n = get_count (object, "n");
  read_files (owned, callboard_json_get_array (object, "files"));
  if (event->kind == CALLBOARD_SCRIPT_SLOTS)
    read_slots (owned, callboard_json_get_array (object, "slots"));
}

static OwnedEvent *
read_old (const char *text)
{
  OwnedEvent *owned;
  gint64 message = 0;

  if (g_str_has_prefix (text, "reply "))
    message = g_ascii_strtoll (text + strlen ("reply "), NULL, 10);
  else if (!g_str_equal (text, "start"))
    return NULL;

  owned = g_new0 (OwnedEvent, 1);
  owned->event.kind = *text == 's' ? CALLBOARD_SCRIPT_START : CALLBOARD_SCRIPT_REPLY;
  owned->event.message = message;

  return owned;
}

CallboardScriptEvent *
callboard_script_event_from_json (const char  *text,
                                  GError     **error)
{
  g_autoptr(JsonObject) object = NULL;
  OwnedEvent *owned;
  guint kind;

  g_return_val_if_fail (text != NULL, NULL);

  owned = read_old (text);
  if (owned != NULL)
    return &owned->event;

  object = callboard_json_parse_object (text, -1, MAX_BYTES, NULL);
  if (object == NULL || !find (callboard_json_get_string (object, "event"), kinds, G_N_ELEMENTS (kinds), &kind))
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID,
                           _("What was noted about this conversation cannot be read."));
      return NULL;
    }

  owned = g_new0 (OwnedEvent, 1);
  owned->event.kind = kind;
  read_members (owned, object);

  return &owned->event;
}

void
callboard_script_event_free (CallboardScriptEvent *event)
{
  OwnedEvent *owned = (OwnedEvent *) event;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (owned->texts[i]);

  g_free (owned->files);
  g_clear_pointer (&owned->event.slots, g_array_unref);
  g_free (owned);
}
