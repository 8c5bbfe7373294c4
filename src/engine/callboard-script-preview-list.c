/* callboard-script-preview-list.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-json.h"
#include "callboard-merge.h"
#include "callboard-script-preview-private.h"
#include "callboard-script-private.h"
#include "callboard-slots.h"

/* Days, times, and one more for hours of a single day. */
#define MAX_PRESSES 3

/* One call of callboard_script_preview_list(). node and module: of what is being said; next: the next step. */
typedef struct
{
  CallboardScript      *script;
  CallboardValues      *values;
  CallboardRendering    rendering;
  gint64                now;
  CallboardScriptState  state;
  GPtrArray            *messages;
  const char           *node;
  const char           *module;
  guint                 next;
} Listing;

static void
free_message (gpointer data)
{
  CallboardPreviewMessage *message = data;

  g_free (message->node);
  g_free (message->module);
  g_free (message->body);
  g_free (message->choices);
  g_clear_pointer (&message->media, callboard_script_file_free);
  g_free (message->fault);
  g_free (message);
}

static CallboardPreviewMessage *
add_message (Listing *listing)
{
  CallboardPreviewMessage *message = g_new0 (CallboardPreviewMessage, 1);

  message->node = g_strdup (listing->node);
  message->module = g_strdup (listing->module);
  g_ptr_array_add (listing->messages, message);

  return message;
}

static void
add_fault (Listing    *listing,
           const char *fault)
{
  add_message (listing)->fault = g_strdup (fault);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \n\t")] == '\0';
}

/* Nicks of callboard_problem_describe(). */
static const char *
find_gap (const CallboardStep *step)
{
  static const char * const blanks[] = {
    [CALLBOARD_STEP_TEXT] = "empty-block",
    [CALLBOARD_STEP_PROMPT] = "empty-prompt",
    [CALLBOARD_STEP_REQUEST] = "empty-request",
    [CALLBOARD_STEP_SCHEDULE] = NULL,
  };

  if (step->kind == CALLBOARD_STEP_MEDIA)
    return step->media == NULL ? "no-file" : NULL;

  if (step->schedule != NULL)
    return step->schedule->hours->len + step->schedule->sessions->len == 0 ? "no-hours" : NULL;

  if (!is_blank (step->text))
    return NULL;

  return blanks[step->kind] != NULL ? blanks[step->kind] : "empty-question";
}

static const char *
find_choice_gap (const CallboardStep *step)
{
  if (step->kind != CALLBOARD_STEP_SINGLE_CHOICE && step->kind != CALLBOARD_STEP_MULTIPLE_CHOICE)
    return NULL;

  for (guint i = 0; i < step->choice_labels->len; i++)
    {
      if (is_blank (g_ptr_array_index (step->choice_labels, i)))
        return "empty-choice";
    }

  return step->choice_labels->len == 0 ? "no-choice" : NULL;
}

static void
say (Listing               *listing,
     const CallboardEffect *effect)
{
  CallboardPreviewMessage *message = add_message (listing);
  g_autoptr(GError) error = NULL;

  message->body = callboard_render_body (effect, listing->values, listing->script->language, listing->rendering);
  message->choices = g_strdup (effect->choices);
  message->media = callboard_script_file_copy (effect->media);
  if (listing->rendering == CALLBOARD_RENDERING_SMS)
    message->sms = callboard_sms_count (message->body);
  message->template = effect->template != NULL && listing->rendering == CALLBOARD_RENDERING_WHATSAPP;
  if (effect->text != NULL && !callboard_merge_check (effect->text, &error))
    message->fault = g_strdup (error->message);
}

static void perform (Listing   *listing,
                     GPtrArray *effects);

static void
step (Listing                    *listing,
      const CallboardScriptEvent *event)
{
  CallboardScriptState state = listing->state;
  g_autoptr(GPtrArray) effects = callboard_script_step (listing->script, &state, event, listing->now, &listing->state);

  perform (listing, effects);
}

static void
offer (Listing               *listing,
       const CallboardEffect *effect)
{
  const CallboardSchedule *schedule = callboard_script_get_step (listing->script, listing->state.step)->schedule;
  g_autoptr(GArray) slots =
    callboard_slots_find (schedule, NULL, 0, listing->now, effect->starts_at, effect->ends_at);
  const CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_SLOTS, .slots = slots };

  step (listing, &event);
}

static void
book (Listing               *listing,
      const CallboardEffect *effect)
{
  const CallboardSchedule *schedule = callboard_script_get_step (listing->script, listing->state.step)->schedule;
  const CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_BOOKED, .starts_at = effect->starts_at };

  callboard_values_set_interview (listing->values, effect->starts_at, schedule->zone, listing->script->language);
  step (listing, &event);
}

/* What the office does, without a database. */
static void
perform (Listing   *listing,
         GPtrArray *effects)
{
  for (guint i = 0; i < effects->len; i++)
    {
      const CallboardEffect *effect = g_ptr_array_index (effects, i);

      if (effect->kind == CALLBOARD_EFFECT_SEND)
        say (listing, effect);
      else if (effect->kind == CALLBOARD_EFFECT_OFFER)
        offer (listing, effect);
      else if (effect->kind == CALLBOARD_EFFECT_BOOK)
        book (listing, effect);
    }
}

static CallboardPreviewMessage *
get_last (Listing *listing)
{
  return g_ptr_array_index (listing->messages, listing->messages->len - 1);
}

static char *
get_first_choice (const CallboardPreviewMessage *message)
{
  g_autoptr(JsonNode) node = message->choices != NULL ? json_from_string (message->choices, NULL) : NULL;
  JsonArray *choices = node != NULL ? json_node_get_array (node) : NULL;

  if (choices == NULL || json_array_get_length (choices) == 0)
    return NULL;

  return g_strdup (callboard_json_get_string (json_array_get_object_element (choices, 0), "id"));
}

/* The candidate takes the first day and its first time. */
static void
take_first (Listing *listing)
{
  for (guint i = 0; i < MAX_PRESSES && listing->state.phase == CALLBOARD_PHASE_SLOTS; i++)
    {
      g_autofree char *choice = get_first_choice (get_last (listing));
      const CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_REPLY, .text = "", .choice = choice };

      if (choice == NULL)
        return;

      step (listing, &event);
    }
}

static void
explain (Listing             *listing,
         const CallboardStep *open,
         guint                first)
{
  const char *gap = find_gap (open);
  CallboardPreviewMessage *message = g_ptr_array_index (listing->messages, first);

  if (gap == NULL)
    gap = find_choice_gap (open);
  if (gap == NULL && open->kind == CALLBOARD_STEP_MEDIA && listing->rendering == CALLBOARD_RENDERING_SMS)
    gap = "media-by-sms";

  if (gap != NULL)
    {
      g_free (message->fault);
      message->fault = callboard_problem_describe (gap);
    }
  else if (open->schedule != NULL && listing->state.phase == CALLBOARD_PHASE_ATTENTION)
    message->fault = g_strdup (_("There is no free time for an interview"));
}

/* Nothing leaves for a picture by SMS, or for a message without anything in it. */
static void
withhold (CallboardPreviewMessage *message,
          CallboardRendering       rendering)
{
  gboolean media = message->media != NULL;

  if (message->fault != NULL && ((media && rendering == CALLBOARD_RENDERING_SMS) || (!media && is_blank (message->body))))
    g_clear_pointer (&message->body, g_free);
}

static void
recite (Listing *listing,
        guint    index)
{
  const CallboardStep *open = callboard_script_get_step (listing->script, index);
  g_autoptr(GPtrArray) effects = callboard_script_recite (listing->script, index, listing->now, &listing->state);
  guint first = listing->messages->len;

  perform (listing, effects);
  if (open->schedule != NULL && listing->messages->len > first)
    take_first (listing);
  if (listing->messages->len == first)
    return;

  explain (listing, open, first);
  withhold (g_ptr_array_index (listing->messages, first), listing->rendering);
}

static gboolean
lies_in (const char *place,
         const char *path)
{
  gsize length = strlen (path);

  return strncmp (place, path, length) == 0 && (place[length] == '\0' || place[length] == '.');
}

/* What stands behind a colon elsewhere stands alone here. */
static char *
begin_sentence (const char *words)
{
  const char *rest = *words != '\0' ? g_utf8_next_char (words) : words;
  g_autofree char *first = g_utf8_strup (words, rest - words);

  return g_strconcat (first, rest, NULL);
}

/* Why a part cannot be read. */
static char *
find_fault (CallboardScript *script,
            const char      *path)
{
  for (guint i = 0; i < script->faults->len; i++)
    {
      const CallboardScriptProblem *problem = g_ptr_array_index (script->faults, i);

      if (lies_in (problem->place, path))
        return begin_sentence (problem->text);
    }

  return callboard_problem_describe ("empty-module");
}

/* Steps are those parts that could be read, in the same order. */
static void
list_part (Listing                    *listing,
           const CallboardPreviewPart *part)
{
  CallboardScript *script = listing->script;
  g_autofree char *fault = NULL;

  listing->node = part->id != NULL ? part->id : "";
  listing->module = part->module;
  if (listing->next < script->steps->len &&
      g_str_equal (callboard_script_get_step (script, listing->next)->path, part->path))
    {
      recite (listing, listing->next++);
      return;
    }

  fault = find_fault (script, part->path);
  add_fault (listing, fault);
}

static void
list_welcome (Listing *listing)
{
  const CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_START };

  listing->node = "welcome";
  step (listing, &event);
  if (is_blank (listing->script->welcome))
    {
      get_last (listing)->fault = callboard_problem_describe ("empty-welcome");
      g_clear_pointer (&get_last (listing)->body, g_free);
    }
}

static void
list_conclusion (Listing *listing)
{
  g_autofree char *fault = callboard_problem_describe ("empty-conclusion");
  g_autoptr(GPtrArray) effects =
    callboard_script_recite (listing->script, listing->script->steps->len, listing->now, &listing->state);

  listing->node = "conclusion";
  listing->module = NULL;
  if (is_blank (listing->script->conclusion))
    add_fault (listing, fault);
  else
    perform (listing, effects);
}

GPtrArray *
callboard_script_preview_list (CallboardScriptPreview *self,
                               CallboardValues        *values,
                               CallboardRendering      rendering,
                               gint64                  now)
{
  GPtrArray *messages = g_ptr_array_new_with_free_func (free_message);
  Listing listing = { .rendering = rendering, .now = now, .messages = messages, .node = "" };
  g_autoptr(CallboardValues) own = NULL;

  g_return_val_if_fail (self != NULL, messages);
  g_return_val_if_fail (values != NULL || self->script == NULL, messages);

  if (self->script == NULL)
    {
      add_fault (&listing, self->fault);
      return messages;
    }

  listing.script = self->script;
  listing.values = own = callboard_values_copy (values);
  list_welcome (&listing);
  for (guint i = 0; i < self->parts->len; i++)
    list_part (&listing, &g_array_index (self->parts, CallboardPreviewPart, i));
  if (self->script->conclusion != NULL)
    list_conclusion (&listing);

  return messages;
}
