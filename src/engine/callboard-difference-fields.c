/* callboard-difference-fields.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-difference-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  JsonObject *object;
  GHashTable *names;
} Reader;

static const struct
{
  const char *nick;
  const char *name;
} types[] = {
  { "content", N_("Content") },
  { "questions", N_("Questions") },
  { "video_interview", N_("Video Interview") },
  { "collect", N_("Collect") },
  { "schedule", N_("Schedule") },
  { "text", N_("Text") },
  { "image", N_("Picture") },
  { "video", N_("Video") },
  { "document", N_("Document") },
  { "short_answer", N_("Short answer") },
  { "long_answer", N_("Long answer") },
  { "single_choice", N_("Single choice") },
  { "multiple_choice", N_("Multiple choice") },
  { "yes_no", N_("Yes or no") },
  { "true_false", N_("True or false") },
  { "number", N_("Number") },
  { "date", N_("Date") },
  { "email", N_("E-mail address") },
  { "rating", N_("Rating") },
};

/* What answers, kinds of files, kinds of places and days are called in documents. */
static const struct
{
  const char *nick;
  const char *name;
} words[] = {
  { "yes", N_("Yes") },
  { "no", N_("No") },
  { "true", N_("True") },
  { "false", N_("False") },
  { "conclusion", N_("the conclusion") },
  { "pdf", N_("PDF") },
  { "image", N_("Picture") },
  { "word", N_("Word document") },
  { "video", N_("Video") },
  { "audio", N_("Recording") },
  { "any", N_("Any file") },
  { "phone", N_("Phone call") },
  { "location", N_("On site") },
  { "mon", N_("Monday") },
  { "tue", N_("Tuesday") },
  { "wed", N_("Wednesday") },
  { "thu", N_("Thursday") },
  { "fri", N_("Friday") },
  { "sat", N_("Saturday") },
  { "sun", N_("Sunday") },
};

const char *
callboard_thing_name_type (const char *type)
{
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    {
      if (g_str_equal (types[i].nick, type))
        return _(types[i].name);
    }

  return NULL;
}

static const char *
name_word (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (words[i].nick, nick))
        return _(words[i].name);
    }

  return nick;
}

static char *
read_scalar (Reader   *reader,
             JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));

  if (type == G_TYPE_BOOLEAN)
    return g_strdup (name_word (json_node_get_boolean (node) ? "yes" : "no"));

  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return type == G_TYPE_DOUBLE ? g_strdup_printf ("%g", json_node_get_double (node)) : callboard_json_write (node, FALSE);
}

static char *
read_word (Reader   *reader,
           JsonNode *node)
{
  g_autofree char *text = read_scalar (reader, node);

  return g_strdup (name_word (text));
}

static char *
read_type (Reader   *reader,
           JsonNode *node)
{
  g_autofree char *text = read_scalar (reader, node);
  const char *name = callboard_thing_name_type (text);

  return g_strdup (name != NULL ? name : text);
}

static char *
read_size (Reader   *reader,
           JsonNode *node)
{
  gboolean number = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;

  return g_format_size (number ? MAX (json_node_get_int (node), 0) : 0);
}

static char *
read_each (Reader     *reader,
           JsonNode   *node,
           const char *separator,
           char       *(*read) (Reader *reader, JsonNode *node))
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (parts, read (reader, json_array_get_element (array, i)));
  g_ptr_array_add (parts, NULL);

  return array != NULL ? g_strjoinv (separator, (char **) parts->pdata) : callboard_json_write (node, FALSE);
}

static char *
read_words (Reader   *reader,
            JsonNode *node)
{
  return read_each (reader, node, ", ", read_word);
}

static JsonObject *
peek_object (JsonNode *node)
{
  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static char *
read_member (Reader     *reader,
             JsonNode   *node,
             const char *name)
{
  JsonObject *object = peek_object (node);

  return object != NULL && json_object_has_member (object, name)
    ? read_scalar (reader, json_object_get_member (object, name)) : g_strdup ("");
}

static char *
read_choice (Reader   *reader,
             JsonNode *node)
{
  g_autofree char *label = read_member (reader, node, "label");
  g_autofree char *points = read_member (reader, node, "points");

  return *points != '\0' ? g_strdup_printf ("%s (%s)", label, points) : g_steal_pointer (&label);
}

static char *
read_choices (Reader   *reader,
              JsonNode *node)
{
  return read_each (reader, node, "\n", read_choice);
}

/* An answer as the candidate sees it: the label of a choice. */
static const char *
find_label (Reader     *reader,
            const char *answer)
{
  JsonArray *choices = callboard_json_get_array (reader->object, "choices");

  for (guint i = 0; choices != NULL && i < json_array_get_length (choices); i++)
    {
      JsonObject *choice = callboard_json_array_get_object (choices, i);
      const char *label = callboard_json_get_string (choice, "label");

      if (label != NULL && g_strcmp0 (callboard_json_get_string (choice, "id"), answer) == 0)
        return label;
    }

  return name_word (answer);
}

static char *
read_answer (Reader   *reader,
             JsonNode *node)
{
  g_autofree char *answer = read_scalar (reader, node);

  return g_strdup (find_label (reader, answer));
}

static char *
read_answers (Reader   *reader,
              JsonNode *node)
{
  return read_each (reader, node, ", ", read_answer);
}

static char *
read_rule (Reader   *reader,
           JsonNode *node)
{
  g_autofree char *when = read_member (reader, node, "when");
  g_autofree char *go = read_member (reader, node, "go");
  const char *target = g_hash_table_lookup (reader->names, go);

  /* Translators: an answer, then where the campaign goes on, "Module 3, Collect" */
  return g_strdup_printf (_("If “%s”, go to %s"), find_label (reader, when), target != NULL ? target : name_word (go));
}

static char *
read_rules (Reader   *reader,
            JsonNode *node)
{
  return read_each (reader, node, "\n", read_rule);
}

static char *
read_range (Reader   *reader,
            JsonNode *node)
{
  g_autofree char *from = read_member (reader, node, "from");
  g_autofree char *to = read_member (reader, node, "to");
  g_autofree char *points = read_member (reader, node, "points");

  return g_strdup_printf ("%s–%s: %s", from, to, points);
}

/* Those of an answer each, or of ranges of a number. */
static char *
read_points (Reader   *reader,
             JsonNode *node)
{
  JsonObject *object = peek_object (node);
  g_autoptr(GList) names = object != NULL ? json_object_get_members (object) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (object == NULL)
    return read_each (reader, node, "\n", read_range);

  for (GList *iter = names; iter != NULL; iter = iter->next)
    {
      g_autofree char *points = read_member (reader, node, iter->data);

      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? ", " : "", name_word (iter->data), points);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
read_file (Reader   *reader,
           JsonNode *node)
{
  JsonObject *object = peek_object (node);
  const char *name = callboard_json_get_string (object, "name");
  g_autofree char *size = NULL;
  gint64 n_bytes = 0;

  callboard_json_get_int (object, "size", &n_bytes);
  size = g_format_size (MAX (n_bytes, 0));

  return g_strdup_printf ("%s (%s)", name != NULL && *name != '\0' ? name : _("a file"), size);
}

static char *
read_hour (Reader   *reader,
           JsonNode *node)
{
  g_autofree char *day = read_member (reader, node, "day");
  g_autofree char *from = read_member (reader, node, "from");
  g_autofree char *to = read_member (reader, node, "to");

  return g_strdup_printf ("%s %s–%s", name_word (day), from, to);
}

static char *
read_hours (Reader   *reader,
            JsonNode *node)
{
  return read_each (reader, node, "\n", read_hour);
}

static char *
read_session (Reader   *reader,
              JsonNode *node)
{
  g_autofree char *starts = read_member (reader, node, "starts");
  g_autofree char *seats = read_member (reader, node, "seats");

  g_strdelimit (starts, "T", ' ');

  /* Translators: a date and hour, then how many candidates it has room for */
  return g_strdup_printf (_("%s (%s places)"), starts, *seats != '\0' ? seats : "1");
}

static char *
read_sessions (Reader   *reader,
               JsonNode *node)
{
  return read_each (reader, node, "\n", read_session);
}

/* fallback: what a document means that does not say it. A dot leads into an object. */
static const struct
{
  const char *member;
  const char *label;
  char     *(*read) (Reader *reader, JsonNode *node);
  const char *fallback;
} fields[] = {
  { "type", N_("Type"), read_type },
  { "text", N_("Text"), read_scalar, "\"\"" },
  { "file", N_("File"), read_file },
  { "help", N_("Help"), read_scalar },
  { "hint", N_("Hint"), read_scalar },
  { "choices", N_("Choices"), read_choices },
  { "required", N_("Required"), read_scalar, "true" },
  { "min_length", N_("Least characters"), read_scalar, "0" },
  { "max_length", N_("Most characters"), read_scalar },
  { "min_choices", N_("Least choices"), read_scalar, "1" },
  { "max_choices", N_("Most choices"), read_scalar },
  { "min", N_("Smallest number"), read_scalar },
  { "max", N_("Largest number"), read_scalar },
  { "decimals", N_("Decimals"), read_scalar, "6" },
  { "earliest", N_("Earliest date"), read_scalar },
  { "latest", N_("Latest date"), read_scalar },
  { "retry", N_("Text for asking again"), read_scalar },
  { "points", N_("Points"), read_points },
  { "flag_when", N_("Flag when"), read_answers, "[]" },
  { "rules", N_("Branching"), read_rules, "[]" },
  { "seconds", N_("Seconds"), read_scalar, "60" },
  { "voice", N_("Voice message allowed"), read_scalar, "false" },
  { "takes", N_("Takes"), read_scalar, "1" },
  { "kinds", N_("Kinds accepted"), read_words, "[]" },
  { "max_bytes", N_("Size limit"), read_size },
  { "duration", N_("Minutes"), read_scalar, "30" },
  { "place.kind", N_("Place"), read_word, "\"phone\"" },
  { "place.text", N_("Number, link or address"), read_scalar, "\"\"" },
  { "interviewer", N_("Interviewer"), read_scalar, "\"\"" },
  { "capacity", N_("Candidates at a time"), read_scalar, "1" },
  { "zone", N_("Time zone"), read_scalar },
  { "hours", N_("Weekly hours"), read_hours, "[]" },
  { "sessions", N_("Sessions"), read_sessions, "[]" },
  { "gap", N_("Minutes between interviews"), read_scalar, "10" },
  { "notice", N_("Minutes of notice"), read_scalar, "240" },
  { "horizon", N_("Days ahead"), read_scalar, "7" },
  { "language", N_("Language"), read_scalar, "\"en\"" },
  { "progress", N_("Progress in questions"), read_scalar, "false" },
  { "sms_fallback", N_("Text instead of WhatsApp"), read_scalar, "false" },
  { "expiry_days", N_("Days until it expires"), read_scalar, "7" },
  { "nudges.after_hours", N_("Hours until reminders"), read_words, "[3, 23, 72]" },
};

static JsonNode *
find_member (JsonObject *object,
             const char *path)
{
  const char *dot = strchr (path, '.');
  g_autofree char *name = dot != NULL ? g_strndup (path, dot - path) : g_strdup (path);

  if (dot != NULL)
    object = callboard_json_get_object (object, name);

  if (dot != NULL && object != NULL)
    return json_object_get_member (object, dot + 1);

  return dot == NULL ? json_object_get_member (object, name) : NULL;
}

static char *
read_field (const CallboardThing *thing,
            guint                 i,
            JsonNode             *node)
{
  Reader reader = { thing->object, thing->names };
  g_autoptr(JsonNode) fallback = NULL;

  if (node != NULL)
    return fields[i].read (&reader, node);

  if (fields[i].fallback != NULL)
    fallback = json_from_string (fields[i].fallback, NULL);

  return fallback != NULL ? fields[i].read (&reader, fallback) : g_strdup ("");
}

static gboolean
is_same (JsonNode *before,
         JsonNode *after)
{
  return before == after || (before != NULL && after != NULL && json_node_equal (before, after));
}

static void
compare_field (const CallboardThing  *before,
               const CallboardThing  *after,
               guint                  i,
               CallboardThingChanged  changed,
               gpointer               data)
{
  JsonNode *node_before = find_member (before->object, fields[i].member);
  JsonNode *node_after = find_member (after->object, fields[i].member);
  g_autofree char *text_before = NULL;
  g_autofree char *text_after = NULL;

  if (is_same (node_before, node_after))
    return;

  text_before = read_field (before, i, node_before);
  text_after = read_field (after, i, node_after);

  /* Another file may have the same name and size; an id that nobody sees may have changed as well. */
  if (fields[i].read == read_file || !g_str_equal (text_before, text_after))
    changed (_(fields[i].label), g_steal_pointer (&text_before), g_steal_pointer (&text_after), data);
}

/* Objects are named by what is in them. */
static gboolean
is_known (const char *name)
{
  static const char * const others[] = {
    "id", "blocks", "questions", "prompts", "requests", "place", "nudges", NULL
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i].member, name))
        return TRUE;
    }

  return g_strv_contains (others, name);
}

/* What this list does not name yet must not seem the same. */
static void
compare_unknown (const CallboardThing  *before,
                 const CallboardThing  *after,
                 JsonObject            *names,
                 CallboardThingChanged  changed,
                 gpointer               data)
{
  g_autoptr(GList) members = json_object_get_members (names);

  for (GList *iter = members; iter != NULL; iter = iter->next)
    {
      JsonNode *node_before = json_object_get_member (before->object, iter->data);
      JsonNode *node_after = json_object_get_member (after->object, iter->data);

      if (is_known (iter->data) || is_same (node_before, node_after) || (names == before->object && node_after != NULL))
        continue;

      changed (g_intern_string (iter->data), node_before != NULL ? callboard_json_write (node_before, FALSE) : g_strdup (""),
               node_after != NULL ? callboard_json_write (node_after, FALSE) : g_strdup (""), data);
    }
}

void
callboard_thing_compare_members (const CallboardThing  *before,
                                 const CallboardThing  *after,
                                 CallboardThingChanged  changed,
                                 gpointer               data)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    compare_field (before, after, i, changed, data);

  compare_unknown (before, after, after->object, changed, data);
  compare_unknown (before, after, before->object, changed, data);
}
