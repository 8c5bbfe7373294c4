/* callboard-script-state.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-state.h"

#include <stdio.h>

#include "callboard-json.h"

#define MAX_BYTES 4096

static const char * const phases[] = {
  [CALLBOARD_PHASE_START] = "start",
  [CALLBOARD_PHASE_WELCOME] = "welcome",
  [CALLBOARD_PHASE_QUESTION] = "question",
  [CALLBOARD_PHASE_SLOTS] = "slots",
  [CALLBOARD_PHASE_BOOKED] = "booked",
  [CALLBOARD_PHASE_ATTENTION] = "attention",
  [CALLBOARD_PHASE_DONE] = "done",
};

static const char * const offers[] = {
  [CALLBOARD_OFFERED_NONE] = "none",
  [CALLBOARD_OFFERED_DAYS] = "days",
  [CALLBOARD_OFFERED_TIMES] = "times",
};

/* Whole numbers without a sign. */
static const struct {
  const char *name;
  gsize       offset;
} counts[] = {
  { "step", G_STRUCT_OFFSET (CallboardScriptState, step) },
  { "tries", G_STRUCT_OFFSET (CallboardScriptState, tries) },
  { "asked", G_STRUCT_OFFSET (CallboardScriptState, asked) },
  { "done", G_STRUCT_OFFSET (CallboardScriptState, done) },
  { "takes", G_STRUCT_OFFSET (CallboardScriptState, takes) },
  { "moves", G_STRUCT_OFFSET (CallboardScriptState, moves) },
  { "lead", G_STRUCT_OFFSET (CallboardScriptState, lead) },
};

static const struct {
  const char *name;
  gsize       offset;
} moments[] = {
  { "booked_at", G_STRUCT_OFFSET (CallboardScriptState, booked_at) },
  { "from", G_STRUCT_OFFSET (CallboardScriptState, from) },
};

static void
append_slots (GString                    *text,
              const CallboardScriptState *state)
{
  for (guint i = 0; i < state->n_slots; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i == 0 ? ",\"slots\":[" : ",", state->slots[i]);

  if (state->n_slots > 0)
    g_string_append_c (text, ']');
}

/* The path in hexadecimal, the word with the first steps first; what is not answered at its end is left out. */
static void
append_path (GString                    *text,
             const CallboardScriptState *state)
{
  guint n = G_N_ELEMENTS (state->path);

  while (n > 0 && state->path[n - 1] == 0)
    n--;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%016" G_GINT64_MODIFIER "x", i == 0 ? ",\"path\":\"" : "", state->path[i]);

  if (n > 0)
    g_string_append_c (text, '"');
}

char *
callboard_script_state_to_text (const CallboardScriptState *state)
{
  GString *text;

  g_return_val_if_fail (state != NULL, NULL);

  text = g_string_new (NULL);
  g_string_printf (text, "{\"phase\":\"%s\"", phases[state->phase]);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      guint count = G_STRUCT_MEMBER (guint, state, counts[i].offset);

      if (count != 0)
        g_string_append_printf (text, ",\"%s\":%u", counts[i].name, count);
    }

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      gint64 moment = G_STRUCT_MEMBER (gint64, state, moments[i].offset);

      if (moment != 0)
        g_string_append_printf (text, ",\"%s\":%" G_GINT64_FORMAT, moments[i].name, moment);
    }

  if (state->offered != CALLBOARD_OFFERED_NONE)
    g_string_append_printf (text, ",\"offered\":\"%s\"", offers[state->offered]);
  if (state->wanted != CALLBOARD_OFFERED_NONE)
    g_string_append_printf (text, ",\"wanted\":\"%s\"", offers[state->wanted]);
  if (state->more)
    g_string_append (text, ",\"more\":true");

  append_slots (text, state);
  append_path (text, state);
  g_string_append_c (text, '}');

  return g_string_free (text, FALSE);
}

static guint
find (const char         *name,
      const char * const *names,
      guint               n)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (name, names[i]) == 0)
        return i;
    }

  return 0;
}

/* "question step=2 tries=0 asked=3 done=2". Before there were rules, every earlier step was answered. */
static CallboardScriptState
read_old (const char *text)
{
  CallboardScriptState state = { 0 };
  char phase[16] = "";

  if (sscanf (text, "%15s step=%u tries=%u asked=%u done=%u",
              phase, &state.step, &state.tries, &state.asked, &state.done) != 5 ||
      state.step > CALLBOARD_SCRIPT_MAX_STEPS)
    return (CallboardScriptState) { 0 };

  state.phase = find (phase, phases, G_N_ELEMENTS (phases));
  for (guint i = 0; i < state.step; i++)
    state.path[i / 64] |= G_GUINT64_CONSTANT (1) << i % 64;

  return state;
}

static void
read_numbers (CallboardScriptState *state,
              JsonObject           *object)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      gint64 count = 0;

      callboard_json_get_int (object, counts[i].name, &count);
      G_STRUCT_MEMBER (guint, state, counts[i].offset) = CLAMP (count, 0, G_MAXINT);
    }

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    callboard_json_get_int (object, moments[i].name, G_STRUCT_MEMBER_P (state, moments[i].offset));
}

static void
read_slots (CallboardScriptState *state,
            JsonArray            *array)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  state->n_slots = MIN (n, CALLBOARD_SCRIPT_MAX_OFFERED);
  for (guint i = 0; i < state->n_slots; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      state->slots[i] = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : 0;
    }
}

static void
read_path (CallboardScriptState *state,
           const char           *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (state->path) && (i + 1) * 16 <= length; i++)
    {
      char word[17] = "";

      memcpy (word, text + i * 16, 16);
      state->path[i] = g_ascii_strtoull (word, NULL, 16);
    }
}

CallboardScriptState
callboard_script_state_from_text (const char *text)
{
  g_autoptr(JsonObject) object = NULL;
  CallboardScriptState state = { 0 };
  gboolean more = FALSE;

  if (text == NULL || *text != '{')
    return text != NULL ? read_old (text) : state;

  object = callboard_json_parse_object (text, -1, MAX_BYTES, NULL);
  if (object == NULL)
    return state;

  state.phase = find (callboard_json_get_string (object, "phase"), phases, G_N_ELEMENTS (phases));
  state.offered = find (callboard_json_get_string (object, "offered"), offers, G_N_ELEMENTS (offers));
  state.wanted = find (callboard_json_get_string (object, "wanted"), offers, G_N_ELEMENTS (offers));
  callboard_json_get_boolean (object, "more", &more);
  state.more = more;
  read_numbers (&state, object);
  read_slots (&state, callboard_json_get_array (object, "slots"));
  read_path (&state, callboard_json_get_string (object, "path"));

  return state;
}
